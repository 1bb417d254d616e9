// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

/** One column: its figure, what stands below it, and in `more` what only a screen reader needs ("11., heute"). */
export type PlotColumn = { value: number; label: Child; more?: string | undefined; state?: 'now' | 'full' | undefined };

/** Few figures as columns: a list that looks like a plot, so it is its own text alternative. */
export function Plot({ columns, label }: { columns: readonly PlotColumn[]; label: string }) {
  const top = Math.max(1, ...columns.map((column) => column.value));
  return (
    <ol class="plot" aria-label={label}>
      {columns.map((column) => {
        const height = (column.value / top) * 64;
        return (
          <li class={classNames(column.state && `is-${column.state}`)}>
            <span>{column.value}</span>
            <svg viewBox="0 0 20 64" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" width="20" y={64 - height} height={height} />
              {column.state === 'full' ? (
                <path class="hatch" d={`M0 ${64 - height / 2}h20M0 ${64 - height / 4}h20M0 ${64 - (height * 3) / 4}h20`} />
              ) : null}
            </svg>
            <span>
              {column.label}
              {column.more ? <span class="hide"> {column.more}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
