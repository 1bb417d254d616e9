// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ListImported } from '../events/list-imported.ts';
import type { TemplateKept } from '../events/template-kept.ts';
import type { ListLine } from '../rules/compare-list.ts';
import type { Cells, ListName } from '../rules/lists.ts';

/** The list as it stands; with `lock` nobody else takes one over meanwhile. */
export async function linesOf(tx: Tx, list: ListName, lock: 'lock' | 'look' = 'look'): Promise<ListLine[]> {
  if (lock === 'lock') await tx.query("select pg_advisory_xact_lock(hashtextextended('invoices.list:' || $1, 0))", [list]);
  return tx.query<ListLine>('select key, cells from invoices.list_lines where list = $1 order by key', [list]);
}

/** Limits of functions. */
export async function limitsOf(tx: Tx): Promise<Cells[]> {
  return (await linesOf(tx, 'limits')).map(({ cells }) => cells);
}

/** Budget codes of a year; empty when there is no list for it. */
export async function codesOf(tx: Tx, year: number): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    "select cells ->> 'code' as code from invoices.list_lines where list = 'budget-codes' and key like $1",
    [`${year}:%`],
  );
  return rows.map(({ code }) => code);
}

/** The new list in place of the old one. */
export async function applyListImported(tx: Tx, { facts: { list, lines } }: ListImported): Promise<void> {
  await tx.query('delete from invoices.list_lines where list = $1', [list]);
  await tx.query(
    'insert into invoices.list_lines (list, key, cells) select $1, l.key, l.cells from jsonb_to_recordset($2::jsonb) as l(key text, cells jsonb)',
    [list, lines],
  );
}

/** Keeps a template, or removes the one whose definition is empty. */
export async function applyTemplateKept(tx: Tx, { facts: { name, definition } }: TemplateKept): Promise<void> {
  if (definition === '') {
    await tx.query('delete from invoices.templates where name = $1', [name]);
    return;
  }
  await tx.query(
    'insert into invoices.templates (name, definition) values ($1, $2) on conflict (name) do update set definition = excluded.definition',
    [name, definition],
  );
}
