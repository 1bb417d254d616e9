// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { modules } from '../src/app.ts';
import { timeouts } from '../src/kernel/database.ts';
import { prepareSchema } from '../src/kernel/prepare.ts';
import { type Address, type Connections, connectionsTo, type Roles } from '../tools/postgres/connections.ts';
import { parseUrl, startPostgres } from '../tools/postgres/index.ts';
import { runningPostmaster } from '../tools/postgres/postmaster.ts';
import { ensureDatabase, ensureRoles, type Passwords, prepareDatabase, withClient } from '../tools/postgres/roles.ts';
import { beginningOf } from '../tools/processes.ts';

/** Name of the environment variable that tells the test files where the run's server is. */
export const clusterVariable = 'FACHWERK_TEST_CLUSTER';

/** A server for tests with a migrated template database: plain data, so that it passes to child processes through the environment. */
export interface TestCluster {
  readonly admin: pg.ClientConfig;
  readonly address: Address;
  readonly roles: Roles;
  readonly template: string;
}

/** A test cluster and the way to get rid of it. */
export interface OpenTestCluster {
  readonly cluster: TestCluster;
  close(): Promise<void>;
}

/** Starts a throw-away server, or prepares the one of FACHWERK_TEST_DATABASE_URL, and migrates a template database. */
export async function openTestCluster(env: NodeJS.ProcessEnv = process.env): Promise<OpenTestCluster> {
  const url = env['FACHWERK_TEST_DATABASE_URL'];
  return url ? openExternal(url) : openThrowAway();
}

const prefix = 'fachwerk-test-';

async function openThrowAway(): Promise<OpenTestCluster> {
  removeLeftovers();
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  writeFileSync(path.join(folder, 'owner'), `${process.pid} ${beginningOf(process.pid) ?? ''}`);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const server = await startPostgres({ dataDir: folder, durable: false });
    const address: Address = { host: server.socketDir, port: 5432, ssl: false };
    const admin = { ...timeouts, ...address, user: 'postgres', database: 'postgres' };
    const { roles } = await ensureRoles(admin);
    const cluster = await withTemplate({ admin, address, roles });
    const close = async () => {
      await server.stop();
      remove();
    };
    return { cluster, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Roles belong to the whole server: their passwords come from the address, so that several runs agree on them. */
async function openExternal(url: string): Promise<OpenTestCluster> {
  const admin = parseUrl(url);
  const secret = (role: string) => createHash('sha256').update(`${url} ${role}`).digest('base64url');
  const passwords: Passwords = Object.fromEntries(
    ['fachwerk_owner', 'fachwerk_app', 'fachwerk_sequencer'].map((role) => [role, secret(role)]),
  );
  const { roles } = await ensureRoles(admin, { passwords, external: true });
  const { host, port, ssl } = admin;
  const cluster = await withTemplate({
    admin,
    address: { ...(host ? { host } : {}), ...(port ? { port } : {}), ...(ssl ? { ssl } : {}) },
    roles,
  });
  return { cluster, close: () => dropAll(cluster) };
}

async function withTemplate(parts: Omit<TestCluster, 'template'>): Promise<TestCluster> {
  const { admin, address, roles } = parts;
  const template = `fachwerk_test_${process.pid}_${Date.now().toString(36)}`;
  await ensureDatabase(admin, template, roles.owner.user);
  await prepareDatabase({ ...admin, database: template }, roles.owner.user);
  await migrateTemplate(connectionsTo(address, template, roles));
  return { ...parts, template };
}

/** The schema of the code as it is: kernel, modules, job queue. */
async function migrateTemplate(connections: Connections): Promise<void> {
  await prepareSchema(connections, modules);
}

async function dropAll({ admin, template }: TestCluster): Promise<void> {
  await withClient(admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** A run that was killed leaves its server and its folder behind. */
function removeLeftovers(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    if (name.startsWith(prefix) && isAbandoned(folder)) removeCluster(folder);
  }
}

function isAbandoned(folder: string): boolean {
  try {
    const [pid, beginning] = readFileSync(path.join(folder, 'owner'), 'utf8').split(' ');
    return beginning !== '' && beginningOf(Number(pid)) !== beginning;
  } catch {
    return false; // somebody else's, or being made this moment
  }
}

function removeCluster(folder: string): void {
  try {
    const server = runningPostmaster(path.join(folder, 'postgres'));
    if (server) process.kill(server.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch {
    // Another user's, or just being removed: the next run tries again.
  }
}
