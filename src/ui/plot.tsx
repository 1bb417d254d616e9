// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

/** One column: its figure, two short lines below it, and in `more` what only a screen reader needs ("heute"). */
export type PlotColumn = {
  value: number;
  label: Child;
  below?: Child | undefined;
  more?: string | undefined;
  state?: 'now' | 'full' | undefined;
};

/** Height of the highest column in CSS pixels; the heights are attributes, since the page's policy forbids inline styles. */
const highest = 62;

/** Few figures as columns: a list that looks like a plot, so it is its own text alternative. */
export function Plot({ columns, label }: { columns: readonly PlotColumn[]; label: string }) {
  const top = Math.max(1, ...columns.map((column) => column.value));
  return (
    <ol class="plot" aria-label={label}>
      {columns.map((column) => (
        <li class={classNames(column.state && `is-${column.state}`)}>
          <span class="col">
            {column.value}
            <svg width="100%" height={Math.round((column.value / top) * highest)} aria-hidden="true" />
          </span>
          <span>
            {column.label}
            {column.below === undefined ? null : (
              <>
                <br />
                {column.below}
              </>
            )}
            {column.more ? <span class="hide">, {column.more}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
