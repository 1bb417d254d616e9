// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../database.ts';

/** Whose data a column holds. */
export type PersonKind = 'beschaeftigte' | 'betroffene';

/** A column as its comment explains it. */
export interface CatalogueColumn {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
  readonly person: PersonKind | undefined;
  readonly isTime: boolean;
}

/** A table as its comment explains it. */
export interface CatalogueTable {
  readonly name: string;
  readonly meaning: string;
  readonly purpose: string;
  readonly retention: string;
  readonly columns: readonly CatalogueColumn[];
}

interface Row {
  readonly schema: string;
  readonly table_name: string;
  readonly table_comment: string | null;
  readonly column_name: string;
  readonly type: string;
  readonly column_comment: string | null;
}

/** Reads the whole schema with its comments: the database explains itself, so the record of processing cannot drift from it. */
export async function readCatalogue(tx: Tx): Promise<CatalogueTable[]> {
  const rows = await tx.query<Row>(
    `select n.nspname as schema, c.relname as table_name, obj_description(c.oid, 'pg_class') as table_comment,
            a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type, col_description(c.oid, a.attnum) as column_comment
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker', 'jobs')
        and n.nspname not like 'pg\\_%'
      order by 1, 2, a.attnum`,
  );
  const tables = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.schema}.${row.table_name}`;
    tables.set(name, [...(tables.get(name) ?? []), row]);
  }
  return [...tables].map(([name, columns]) => tableOf(name, columns));
}

function tableOf(name: string, rows: readonly Row[]): CatalogueTable {
  const { text, tags } = readComment(rows[0]?.table_comment ?? '');
  return { name, meaning: text, purpose: tags['zweck'] ?? '', retention: tags['frist'] ?? '', columns: rows.map(columnOf) };
}

function columnOf({ column_name: name, type, column_comment: comment }: Row): CatalogueColumn {
  const { text, tags } = readComment(comment ?? '');
  const person = tags['person'];
  return {
    name,
    type,
    meaning: text,
    person: person === 'beschaeftigte' || person === 'betroffene' ? person : undefined,
    isTime: /^(timestamp|date|time|interval)/.test(type),
  };
}

/** `Deutscher Begriff: Erklärung [zweck=…; frist=…]` */
function readComment(comment: string): { text: string; tags: Record<string, string> } {
  const open = comment.lastIndexOf('[');
  if (open < 0 || !comment.endsWith(']')) return { text: comment.trim(), tags: {} };
  const pairs = comment
    .slice(open + 1, -1)
    .split(';')
    .map((pair) => pair.split('='));
  return {
    text: comment.slice(0, open).trim(),
    tags: Object.fromEntries(pairs.map(([key = '', ...value]) => [key.trim(), value.join('=').trim()])),
  };
}
