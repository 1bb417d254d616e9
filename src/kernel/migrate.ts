// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Module } from './module.ts';

/** One numbered file of plain SQL. */
interface Migration {
  readonly module: string;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const lock = 770_2026; // one migrator at a time, however many app nodes start together

/**
 * Brings the database to the version of the code, as its owner: every migration once, in order, each in a transaction of its own
 * together with its row. A migration that was changed after it ran stops the start: history is not rewritten.
 */
export async function migrate(owner: pg.ClientConfig, modules: readonly Pick<Module, 'name' | 'sql'>[]): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(
      'create table if not exists public.fachwerk_migration (module text, name text, sha256 text not null, primary key (module, name))',
    );
    const { rows } = await client.query<{ module: string; name: string; sha256: string }>(
      'select module, name, sha256 from public.fachwerk_migration',
    );
    const done = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.sha256]));
    let ran = 0;
    for (const migration of await migrationsOf(modules)) {
      const before = done.get(`${migration.module}/${migration.name}`);
      if (before === undefined) ran += await run(client, migration);
      else if (before !== migration.sha256)
        throw new Error(`Migration ${migration.module}/${migration.name} wurde nachträglich geändert.`);
    }
    return ran;
  } finally {
    await client.end();
  }
}

async function run(client: pg.Client, { module, name, sql, sha256 }: Migration): Promise<1> {
  try {
    await client.query('begin');
    await client.query('insert into public.fachwerk_migration (module, name, sha256) values ($1, $2, $3)', [
      module,
      name,
      sha256,
    ]);
    await client.query(sql);
    await client.query('commit');
    return 1;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${module}/${name}: ${(cause as Error).message}`, { cause });
  }
}

async function migrationsOf(modules: readonly Pick<Module, 'name' | 'sql'>[]): Promise<Migration[]> {
  const kernel = { name: 'kernel', sql: new URL('sql/', import.meta.url) };
  const all: Migration[] = [];
  for (const { name: module, sql: folder } of [kernel, ...modules]) {
    if (!folder) continue;
    const names = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
    for (const name of names) {
      const sql = await readFile(new URL(name, folder), 'utf8');
      all.push({ module, name, sql, sha256: createHash('sha256').update(sql).digest('hex') });
    }
  }
  return all;
}
