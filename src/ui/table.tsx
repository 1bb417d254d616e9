// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';
import type { UiTexts } from './texts/index.ts';

export type Sort = 'ascending' | 'descending';
export type Column<Row> = {
  id: string;
  title: string;
  cell: (row: Row) => Child;
  /** Numbers stand at the right. */
  numeric?: boolean | undefined;
  /** The cell that names the row. */
  names?: boolean | undefined;
  /** Address of this list sorted by this column. */
  sortHref?: string | undefined;
  sorted?: Sort | undefined;
};

export type TableProps<Row> = {
  /** Says what the table shows; `captionHidden` when a heading above says the same. */
  caption: string;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  here?: ((row: Row) => boolean) | undefined;
  /** On a phone each row becomes a small list; otherwise the table scrolls inside its box. */
  stack?: boolean | undefined;
  foot?: Child | undefined;
  id?: string | undefined;
};

function HeadCell<Row>({ column, stack, t }: { column: Column<Row>; stack: boolean; t: UiTexts }) {
  const direction = column.sorted === 'ascending' ? t.sortedUp : t.sortedDown;
  return (
    <th
      scope="col"
      role={stack ? 'columnheader' : undefined}
      class={classNames(column.numeric && 'num', column.sortHref === undefined && 'is-fixed')}
      aria-sort={column.sorted}
    >
      {column.sortHref ? (
        <a href={column.sortHref}>
          {column.title}
          {column.sorted ? <Icon name={column.sorted === 'ascending' ? 'sortUp' : 'sortDown'} small /> : null}
          <span class="hide">, {column.sorted ? direction : t.sortBy(column.title)}</span>
        </a>
      ) : (
        column.title
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, stack }: { column: Column<Row>; row: Row; stack: boolean }) {
  if (column.names) {
    return (
      <th scope="row" role={stack ? 'rowheader' : undefined}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td
      class={column.numeric ? 'num' : undefined}
      role={stack ? 'cell' : undefined}
      data-label={stack ? column.title : undefined}
    >
      {column.cell(row)}
    </td>
  );
}

/** A real table: caption, column heads that sort by links, its own scroll box that the keyboard reaches. */
export function Table<Row>({ caption, captionHidden, columns, rows, here, stack = false, foot, id }: TableProps<Row>) {
  const t = useTexts();
  return (
    <div class="table-box" role="group" aria-label={caption} tabindex={0}>
      {/* Stacked on a phone, browsers forget what a table is: its roles are said in words. */}
      <table class={classNames('table', stack && 'table-stack')} id={id} role={stack ? 'table' : undefined}>
        <caption class={captionHidden ? 'hide' : undefined}>{caption}</caption>
        <thead role={stack ? 'rowgroup' : undefined}>
          <tr role={stack ? 'row' : undefined}>
            {columns.map((column) => (
              <HeadCell column={column} stack={stack} t={t} />
            ))}
          </tr>
        </thead>
        <tbody role={stack ? 'rowgroup' : undefined}>
          {rows.map((row) => (
            <tr
              role={stack ? 'row' : undefined}
              class={here?.(row) ? 'is-here' : undefined}
              aria-current={here?.(row) ? 'true' : undefined}
            >
              {columns.map((column) => (
                <BodyCell column={column} row={row} stack={stack} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}
