// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';
import { type Address, type Connections, connectionsTo } from './connections.ts';
import { runningPostmaster } from './postmaster.ts';
import { ensureDatabase, ensureRoles, type Passwords, prepareDatabase, withClient } from './roles.ts';
import { type PostgresAlarm, startPostgres } from './supervisor.ts';

export type { Connections } from './connections.ts';
export { type Postgres, type PostgresAlarm, type PostgresOptions, startPostgres } from './supervisor.ts';

/** Which database, and what to do with it. */
export interface OpenOptions {
  readonly dataDir: string;
  /** An external PostgreSQL (at least 15); without it the embedded one runs. */
  readonly databaseUrl?: string | undefined;
  /** A tool beside the running application: it uses the embedded server that runs and never stops or keeps it. */
  readonly guest?: boolean;
  readonly onAlarm?: (alarm: PostgresAlarm) => void;
}

/** An open database; `stop` ends the embedded server and leaves an external one alone. */
export interface OpenDatabase {
  readonly connections: Connections;
  /** E.g. `18.4`. */
  readonly version: string;
  readonly embedded: boolean;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

const databaseName = 'fachwerk';

/** Opens the database of an installation with its three roles; makes what is missing. Throws a German sentence. */
export async function openConnections({ dataDir, databaseUrl, guest = false, onAlarm }: OpenOptions): Promise<OpenDatabase> {
  if (databaseUrl) return openExternal(databaseUrl, path.join(dataDir, 'keys', 'database.json'));
  const running = guest ? runningPostmaster(path.join(dataDir, 'postgres')) : undefined;
  const server = running
    ? { socketDir: running.socketDir, adopted: true, stop: async () => {} }
    : await startPostgres({ dataDir, ...(onAlarm ? { onAlarm } : {}) });
  try {
    const address: Address = { host: server.socketDir, port: 5432, ssl: false };
    const { connections, version } = await prepare({ ...timeouts, ...address, user: 'postgres', database: 'postgres' }, address, {
      database: databaseName,
    });
    return { connections, version, embedded: true, adopted: server.adopted, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openExternal(databaseUrl: string, secrets: string): Promise<OpenDatabase> {
  const admin = parseUrl(databaseUrl);
  const { connections, version, passwords } = await prepare(admin, admin, {
    database: admin.database,
    passwords: readPasswords(secrets),
    external: true,
  }).catch(explain);
  keepPasswords(secrets, passwords);
  return { connections, version, embedded: false, adopted: false, stop: async () => {} };
}

/** What to prepare on a server. */
interface Preparation {
  readonly database: string;
  readonly passwords?: Passwords;
  readonly external?: boolean;
}

/** Roles, database, extensions, rights. At an external server the database exists already. */
async function prepare(admin: pg.ClientConfig, address: Address, { database, passwords, external = false }: Preparation) {
  const ensured = await ensureRoles(admin, { passwords, external });
  const { owner } = ensured.roles;
  if (!external) await ensureDatabase(admin, database, owner.user);
  await prepareDatabase({ ...admin, database }, owner.user);
  const version = await withClient(admin, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      "select split_part(current_setting('server_version'), ' ', 1) as version",
    );
    return rows[0]!.version;
  });
  const { host, port, ssl } = address;
  const connections = connectionsTo(
    { ...(host ? { host } : {}), ...(port ? { port } : {}), ...(ssl === undefined ? {} : { ssl }) },
    database,
    ensured.roles,
  );
  return { connections, version, passwords: ensured.passwords };
}

/** Takes a connection URL apart as `pg` would, so that other users can sign in to the same place. */
export function parseUrl(databaseUrl: string): pg.ClientConfig & { database: string } {
  try {
    if (!/^postgres(?:ql)?:\/\//.test(databaseUrl)) throw new Error('sie beginnt nicht mit postgres://');
    const { host, port, ssl, user, password, database } = new pg.Client({ connectionString: databaseUrl });
    if (!user || !database) throw new Error('Benutzer oder Datenbank fehlt');
    return { ...timeouts, host, port, ssl, user, database, ...(password ? { password } : {}) };
  } catch (cause) {
    const reason = (cause as Error).message.replaceAll(databaseUrl, '…'); // the URL holds a password
    throw new Error(`DATABASE_URL ist keine gültige Adresse (postgres://benutzer:kennwort@rechner:5432/datenbank): ${reason}`, {
      cause,
    });
  }
}

function explain(cause: Error & { code?: string }): never {
  const { code = '', message } = cause;
  const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'ENOENT', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'];
  if (unreachable.includes(code)) throw new Error(`Die Datenbank aus DATABASE_URL ist nicht erreichbar (${code}).`, { cause });
  if (code === '28P01') throw new Error(`Die Datenbank weist Benutzer oder Kennwort zurück: ${message}`, { cause });
  if (code === '3D000') throw new Error(`Die Datenbank aus DATABASE_URL gibt es nicht: ${message}`, { cause });
  if (code === '42501')
    throw new Error(
      `Der Benutzer aus DATABASE_URL darf zu wenig (${message}). Er sollte Eigentümer der Datenbank sein: alter database … owner to …;`,
      { cause },
    );
  throw cause;
}

function readPasswords(file: string): Passwords {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Passwords) : {};
  const app = process.env['FACHWERK_APP_PASSWORD'];
  const sequencer = process.env['FACHWERK_SEQUENCER_PASSWORD'];
  return { ...kept, ...(app ? { fachwerk_app: app } : {}), ...(sequencer ? { fachwerk_sequencer: sequencer } : {}) };
}

function keepPasswords(file: string, passwords: Passwords): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
