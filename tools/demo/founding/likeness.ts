// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { FoundedTown } from '../fixture.ts';

const tables = `
  select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('people', 'records') order by 1`;
const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * What a founded town is like, to be compared with another: of every table how many rows, and a digest over them. Ids that acts draw by
 * chance count as one word, and so do the journal's salts; everything else must agree to the letter.
 */
export async function likenessOf(town: Pick<FoundedTown, 'sql'>): Promise<Record<string, string>> {
  const names = (await town.sql<{ name: string }>(tables)).map(({ name }) => name);
  const told: Record<string, string> = {};
  for (const name of names) told[name] = digest(await lines(town, `select t::text as line from ${name} t`));
  told['journal'] = digest(
    await lines(
      town,
      // What is made of invoices (letters, batches) carries ids that were drawn by chance; their rows and acts are compared all the same.
      `select concat_ws(' ', h ->> 'act', h ->> 'at', case when h ->> 'act' like 'invoices.%' then '' else h ->> 'content' end) as line
         from journal.leaf, to_jsonb(header::jsonb) h`,
    ),
  );
  return told;
}

async function lines({ sql }: Pick<FoundedTown, 'sql'>, query: string): Promise<string[]> {
  const rows = await sql<{ line: string }>(`select regexp_replace(line, $1, 'id', 'g') as line from (${query}) q`, [id]);
  return rows.map(({ line }) => line).sort();
}

function digest(all: readonly string[]): string {
  return `${all.length} rows, ${createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16)}`;
}
