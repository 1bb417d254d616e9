// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ListLine } from '../rules/compare-list.ts';
import { type ListName, listNames } from '../rules/lists.ts';

/** How many lines each list has. */
export async function countLists(tx: Tx): Promise<ReadonlyMap<ListName, number>> {
  const rows = await tx.query<{ list: ListName; count: number }>(
    'select list, count(*)::int as count from invoices.list_lines group by list',
  );
  return new Map(listNames.map((name) => [name, rows.find(({ list }) => list === name)?.count ?? 0]));
}

/** The first lines of a list. */
export function listLines(tx: Tx, list: ListName, limit: number): Promise<ListLine[]> {
  return tx.query<ListLine>('select key, cells from invoices.list_lines where list = $1 order by key limit $2', [list, limit]);
}

/** A template as it stands. */
export interface TemplateLine {
  readonly name: string;
  readonly definition: string;
}

/** All templates by name. */
export function listTemplates(tx: Tx): Promise<TemplateLine[]> {
  return tx.query<TemplateLine>('select name, definition from invoices.templates order by name');
}
