// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

/** One act: what happened, when (`iso` for machines, `text` for people), who. */
export type LifeEntry = {
  text: Child;
  at: { iso: string; text: string };
  who?: Child | undefined;
  /** The reason that was given. */
  why?: Child | undefined;
  state?: 'now' | 'done' | 'late' | undefined;
};

/** A life as a line: its acts, the last on top, the newest lit. */
export function LifeLine({ entries, label }: { entries: readonly LifeEntry[]; label?: string | undefined }) {
  return (
    <ol class="life" aria-label={label}>
      {entries.map((entry) => (
        <li class={classNames(entry.state && `is-${entry.state}`)}>
          {entry.text}
          {entry.why === undefined ? null : <span class="life-why">{entry.why}</span>}
          <span class="life-when">
            <time datetime={entry.at.iso}>{entry.at.text}</time>
            {entry.who === undefined ? null : <> · {entry.who}</>}
          </span>
        </li>
      ))}
    </ol>
  );
}
