// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';

/** A table to be saved: its columns without the generated ones. */
export interface SavedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

const ours = ['kernel', 'journal', 'people', 'records'];

/** All tables of the application, those first that others refer to. */
export async function listTables(client: pg.ClientBase): Promise<SavedTable[]> {
  const { rows } = await client.query<SavedTable>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            (select array_agg(quote_ident(a.attname) order by a.attnum)::text[] from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any ($1) order by 1`,
    [ours],
  );
  const { rows: edges } = await client.query<{ child: string; parent: string }>(
    `select format('%I.%I', cn.nspname, c.relname) as child, format('%I.%I', pn.nspname, p.relname) as parent
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace cn on cn.oid = c.relnamespace
       join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
      where k.contype = 'f' and k.conrelid <> k.confrelid and cn.nspname = any ($1)`,
    [ours],
  );
  return inOrder(rows, edges);
}

function inOrder(tables: readonly SavedTable[], edges: readonly { child: string; parent: string }[]): SavedTable[] {
  const sorted: SavedTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const free = left.filter(({ name }) => !edges.some(({ child, parent }) => child === name && names.has(parent)));
    if (free.length === 0) throw new Error('Tabellen verweisen im Kreis aufeinander.');
    sorted.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return sorted;
}

/** Sequences that identity columns draw from, with the value to go on from. */
export async function listSequences(client: pg.ClientBase): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = any ($1) order by 1",
    [ours],
  );
  const values: { name: string; last: string }[] = [];
  for (const { name } of rows) {
    const { rows: now } = await client.query<{ last: string }>(`select last_value::text as last from ${name}`);
    values.push({ name, last: now[0]!.last });
  }
  return values;
}
