// SPDX-License-Identifier: EUPL-1.2
import type { World } from '../world.ts';

/** What moves by itself or by reading: the idle limit of a session, the queue of jobs, how far reactions have read. */
const restless = /^(graphile_worker\.|kernel\.(session|reaction_cursor)$)/;

/** Number of rows and checksum of every table, as the superuser sees them: equal before and after means that nothing was written. */
export async function fingerprintOf(world: Pick<World, 'sql'>): Promise<Record<string, string>> {
  const tables = await world.sql<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
  );
  const watched = tables.map(({ name }) => name).filter((name) => !restless.test(name));
  const parts = watched.map(
    (name) => `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) as print from ${name} t`,
  );
  const rows = await world.sql<{ name: string; print: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
