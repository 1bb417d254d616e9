// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { LinkButton } from './button.tsx';
import { Heading, type HeadingLevel } from './heading.tsx';

/** One pane; the order of the panes is the order of reading, also on a phone. */
export type Pane = {
  id: string;
  title: Child;
  level?: HeadingLevel | undefined;
  /** Beside the heading: page numbers, small buttons. */
  tools?: Child | undefined;
  /** Grey ground on which paper lies; its content brings its own margins. */
  well?: boolean | undefined;
  /** On a phone only the head stands until this link unfolds it. */
  foldLabel?: string | undefined;
  content: Child;
};

export type SplitViewProps = {
  panes: readonly [Pane, Pane] | readonly [Pane, Pane, Pane];
  /** Tree at the left instead of a list. */
  narrow?: boolean | undefined;
  id?: string | undefined;
};

function PaneView({ pane }: { pane: Pane }) {
  const head = `${pane.id}-head`;
  return (
    <section
      class={classNames('pane', pane.well && 'pane-well', pane.foldLabel && 'pane-fold')}
      id={pane.id}
      aria-labelledby={head}
      tabindex={0}
    >
      <div class="pane-head">
        <Heading level={pane.level ?? 2} looks="h3" id={head}>
          {pane.title}
        </Heading>
        {pane.foldLabel ? (
          <LinkButton small class="right fold-open" href={`#${pane.id}`}>
            {pane.foldLabel}
          </LinkButton>
        ) : null}
        {pane.tools}
      </div>
      {pane.well ? pane.content : <div class="pane-body">{pane.content}</div>}
    </section>
  );
}

/** Two or three panes side by side, each scrolling by itself; on a phone a stack. The island lets the outer ones be made wider. */
export function SplitView({ panes, narrow, id }: SplitViewProps) {
  return (
    <div class={classNames('panes', narrow && 'panes-narrow', panes.length === 2 && 'panes-two')} data-island="split" id={id}>
      {panes.map((pane) => (
        <PaneView pane={pane} />
      ))}
    </div>
  );
}
