// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

export type PartProps = {
  id: string;
  title: Child;
  level?: HeadingLevel | undefined;
  /** Only beside a heading may a number stand in a pill. */
  count?: number | string | undefined;
  /** A link or a short remark at the right end of the head. */
  right?: Child | undefined;
  gap?: boolean | undefined;
  children?: Child | undefined;
};

/** A part of a page under its beam: a section named by its heading. */
export function Part({ id, title, level = 2, count, right, gap, children }: PartProps) {
  return (
    <section class={classNames('part', gap && 'gap-part')} id={id} aria-labelledby={`${id}-head`}>
      <div class="part-head">
        <Heading level={level} id={`${id}-head`} looks={level > 2 ? 'h2' : undefined}>
          {title}
        </Heading>
        {count === undefined ? null : <span class="count">{count}</span>}
        {right === undefined ? null : <div class="right">{right}</div>}
      </div>
      {children}
    </section>
  );
}
