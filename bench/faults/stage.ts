// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { modules } from '../../src/app.ts';
import { timeouts } from '../../src/kernel/database.ts';
import { prepareSchema } from '../../src/kernel/prepare.ts';
import { beginSession } from '../../src/kernel/session.ts';
import { persons, settleTown } from '../../test/town.ts';
import { type Connections, connectionsTo } from '../../tools/postgres/connections.ts';
import { type Postgres, type PostgresAlarm, startPostgres } from '../../tools/postgres/index.ts';
import { ensureDatabase, ensureRoles, prepareDatabase, withClient } from '../../tools/postgres/roles.ts';
import { probe } from './probe-module.ts';

/** A prepared cluster that every test copies: schema, a small town, a signed-in clerk. */
export interface Foundation {
  /** Folder of the whole run; removed by `remove`. */
  readonly root: string;
  /** Cookie header of the signed-in clerk. */
  readonly cookie: string;
  readonly dataDir: string;
  remove(): void;
}

/** A data folder with a running server of its own. */
export interface Stage {
  readonly dataDir: string;
  readonly cookie: string;
  readonly connections: Connections;
  readonly server: Postgres;
  readonly alarms: PostgresAlarm[];
  /** Runs SQL as the server's superuser: for arranging and for looking behind the scenes. */
  sql<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** What the folders of all runs begin with. */
export const folderPrefix = 'fachwerk-faults-';

const databaseName = 'fachwerk';
const passable = 0o711;

/** Makes the cluster that all tests begin with. */
export async function layFoundation(): Promise<Foundation> {
  const root = mkdtempSync(path.join(os.tmpdir(), folderPrefix));
  const remove = () => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    process.env['NODE_COMPILE_CACHE'] = path.join(root, 'compiled'); // the application is started dozens of times
    chmodSync(root, passable); // PostgreSQL may run as an account of its own and must get to its folder
    const dataDir = newFolder(root, 'foundation');
    const server = await startPostgres({ dataDir, durable: false, onAlarm: () => {} });
    try {
      const { admin, connections, owner } = await rolesOf(server);
      await ensureDatabase(admin, databaseName, owner);
      await prepareDatabase({ ...admin, database: databaseName }, owner);
      await prepareSchema(connections, [...modules, probe]);
      return { root, dataDir, remove, cookie: await settle({ ...admin, database: databaseName }) };
    } finally {
      await server.stop();
    }
  } catch (fault) {
    remove();
    throw fault;
  }
}

/** A new folder for a test. */
export function newFolder(root: string, name: string): string {
  const folder = mkdtempSync(path.join(root, `${name}-`));
  chmodSync(folder, passable);
  return folder;
}

async function rolesOf(server: Postgres): Promise<{ admin: pg.ClientConfig; connections: Connections; owner: string }> {
  const address = { host: server.socketDir, port: 5432, ssl: false };
  const admin = { ...timeouts, ...address, user: server.superuser, database: 'postgres' };
  const { roles } = await ensureRoles(admin);
  return { admin, connections: connectionsTo(address, databaseName, roles), owner: roles.owner.user };
}

async function settle(admin: pg.ClientConfig): Promise<string> {
  return withClient(admin, async (client) => {
    const query = async <Row>(text: string, values?: readonly unknown[]) =>
      (await client.query(text, values as unknown[])).rows as Row[];
    await settleTown({ sql: query });
    return `fachwerk=${await beginSession({ query }, persons.clerk, new Date())}`;
  });
}

/** Where and how a stage is set up. */
export interface StageOptions {
  /** Folder for it; by default a new one below the run's. */
  readonly dataDir?: string;
  /** False: nothing is flushed to the disk (mutant). */
  readonly durable?: boolean;
}

/** Copies the foundation and starts a server on it, durable as in production. */
export async function openStage(foundation: Foundation, options: StageOptions = {}): Promise<Stage> {
  const dataDir = options.dataDir ?? newFolder(foundation.root, 'stage');
  copyFolder(path.join(foundation.dataDir, 'postgres'), path.join(dataDir, 'postgres'));
  return startStage(foundation, { ...options, dataDir });
}

/** Starts a server on a data folder that is there already. */
export async function startStage(
  { cookie }: Pick<Foundation, 'cookie'>,
  { dataDir, durable = true }: StageOptions & { dataDir: string },
): Promise<Stage> {
  const alarms: PostgresAlarm[] = [];
  const server = await startPostgres({ dataDir, durable, onAlarm: (alarm) => void alarms.push(alarm) });
  try {
    const { admin, connections } = await rolesOf(server);
    return {
      dataDir,
      cookie,
      connections,
      server,
      alarms,
      sql: (text, values) =>
        withClient({ ...admin, database: databaseName }, async (client) => (await client.query(text, values as unknown[])).rows),
      close: () => server.stop(),
    };
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

/** Copies a folder with owners and rights, sharing blocks where the disk can. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  const { status, stderr } = spawnSync('cp', ['-a', '--reflink=auto', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cp: ${stderr}`);
}
