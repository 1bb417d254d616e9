// SPDX-License-Identifier: EUPL-1.2
// A PostgreSQL as an operator brings it: Debian's programs, passwords asked for, a user who is no superuser.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../tools/postgres/index.ts';
import { withClient } from '../../tools/postgres/roles.ts';

const debian = '/usr/lib/postgresql';

/** Folder of an external server's programs: as the run names it, else Debian's oldest; undefined if there is none. */
export function externalPrograms(): string | undefined {
  const given = process.env['FACHWERK_PG_BIN'];
  if (given) return given;
  const majors = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isInteger) : [];
  return majors
    .sort((a, b) => a - b)
    .map((major) => path.join(debian, String(major), 'bin'))
    .find((folder) => existsSync(path.join(folder, 'postgres')));
}

/** A running external server. */
export interface ExternalServer {
  /** Makes an empty database and says its address, as it goes into DATABASE_URL. */
  database(name: string): Promise<string>;
  /** Behind the scenes, as superuser. */
  sql<Row>(database: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** Starts a server whose `akte` may make roles and see every row, as the handbook asks for. */
export async function startExternal(programs: string): Promise<ExternalServer> {
  process.env['FACHWERK_PG_BIN'] = programs;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-production-'));
  const server = await startPostgres({ dataDir: folder, durable: true });
  const admin = (database: string): pg.ClientConfig => ({ host: server.socketDir, port: 5432, user: 'postgres', database });
  const sql = <Row>(database: string, text: string, values: readonly unknown[] = []) =>
    withClient(admin(database), async (client) => (await client.query(text, [...values])).rows as Row[]);
  await sql('postgres', "create role akte login createrole bypassrls password 'geheim'");
  writeFileSync(path.join(folder, 'postgres', 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  await sql('postgres', 'select pg_reload_conf()');
  return {
    sql,
    async database(name) {
      await sql('postgres', `create database ${pg.escapeIdentifier(name)} owner akte`);
      return `postgres://akte:geheim@/${name}?host=${encodeURIComponent(server.socketDir)}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
