// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/** A connection for loading a stock: no time-outs, no row triggers, commits that need not last. */
export async function loader(admin: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({
    ...admin,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  await client.connect();
  await client.query(
    "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'",
  );
  return client;
}

interface Dropped {
  readonly drop: string;
  readonly create: string;
}

/** Loads tables without their secondary indexes and unique keys, and builds these afterwards, shared out among the connections. Primary keys stay. */
export async function withoutIndexes(
  clients: readonly pg.Client[],
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const client = clients[0]!;
  const { rows } = await client.query<Dropped>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
            format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as create
       from pg_constraint c where c.conrelid = any($1::regclass[]) and c.contype = 'u'
        and not exists (select from pg_constraint f where f.confrelid = c.conrelid and f.conindid = c.conindid and f.contype = 'f')
     union all
     select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
       from pg_index i where i.indrelid = any($1::regclass[])
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { drop } of rows) await client.query(drop);
  await work();
  const waiting = rows.map(({ create }) => create);
  await Promise.all(
    clients.map(async (one) => {
      for (let create = waiting.shift(); create !== undefined; create = waiting.shift()) await one.query(create);
    }),
  );
}
