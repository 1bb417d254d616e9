// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { timeouts } from '../../src/kernel/database.ts';
import { isRunning } from '../processes.ts';
import { withClient } from './roles.ts';
import { type Postgres, type PostgresAlarm, startPostgres } from './supervisor.ts';

let dataDir: string;
const servers: Postgres[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-supervisor-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: { durable?: boolean; onAlarm?: (alarm: PostgresAlarm) => void } = {}): Promise<Postgres> {
  const server = await startPostgres({ dataDir, durable: false, ...options });
  servers.push(server);
  return server;
}

async function ask(server: Postgres, sql: string): Promise<Record<string, unknown>[]> {
  const config = { ...timeouts, host: server.socketDir, port: 5432, user: server.superuser, database: 'postgres' };
  return (await withClient(config, (client) => client.query(sql))).rows;
}

/** A process that starts the server of this data folder and lives on until it is killed. */
async function predecessor({ durable = false } = {}): Promise<{ child: ChildProcess; postmaster: number }> {
  const module = new URL('supervisor.ts', import.meta.url).href;
  const script = `import { startPostgres } from ${JSON.stringify(module)};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: ${durable} });
    console.log(String(server.pid()));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface(child.stdout)) if (/^\d+$/.test(line)) return { child, postmaster: Number(line) };
  throw new Error('the predecessor did not start');
}

async function killHard(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('the lasting server flushes, checks its pages, listens to no network, and ends completely', async () => {
  const server = await start({ durable: true });
  const rows = await ask(
    server,
    `select name, setting from pg_settings where name in
     ('fsync', 'synchronous_commit', 'full_page_writes', 'data_sync_retry', 'data_checksums', 'listen_addresses', 'log_min_error_statement') order by name`,
  );
  assert.deepEqual(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])), {
    data_checksums: 'on',
    data_sync_retry: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    log_min_error_statement: 'panic',
    synchronous_commit: 'on',
  });
  assert.equal(statSync(server.socketDir).mode & 0o777, 0o700);
  const pid = server.pid()!;
  await server.stop();
  assert.equal(isRunning(pid), false);
  assert.equal(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid')), false);
});

test('a failing statement leaves nothing of what was typed in the log', async () => {
  const server = await start({ durable: true });
  await ask(server, 'create table person (name text primary key)');
  await ask(server, "insert into person values ('Wilhelmine Sondershausen')");
  for (const sql of [
    "insert into person values ('Wilhelmine Sondershausen')",
    "select 'Sondershausen'::int",
    "selekt 'Sondershausen'",
  ])
    await assert.rejects(ask(server, sql));
  await server.stop();
  const folder = path.join(dataDir, 'postgres', 'log');
  const log = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  assert.match(log.join(''), /ready to accept connections/); // the log is written, and ours to read; its last line may come late
  assert.doesNotMatch(log.join(''), /Sondershausen/);
});

test('a server that its killed predecessor left behind is used on and ended with us', async () => {
  const { child, postmaster } = await predecessor();
  await killHard(child);
  const server = await start();
  assert.equal(server.adopted, true);
  assert.equal(server.pid(), postmaster);
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  await server.stop();
  assert.equal(isRunning(postmaster), false);
});

test('an adopted server that crashes is started again too', async () => {
  const { child, postmaster } = await predecessor();
  await killHard(child);
  const { alarms, until } = listen();
  const server = await start({ onAlarm: alarms });
  process.kill(postmaster, 'SIGKILL');
  await until('restarted');
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
});

test('when predecessor and server were killed together, the next start recovers what was committed', async () => {
  const { child, postmaster } = await predecessor({ durable: true });
  const config = { ...timeouts, host: path.join(dataDir, 'run', 'postgres'), port: 5432, user: 'postgres', database: 'postgres' };
  await withClient(config, (client) => client.query('create table kept as select 7 as number'));
  process.kill(postmaster, 'SIGKILL');
  await killHard(child);
  const server = await start({ durable: true });
  assert.deepEqual(await ask(server, 'select number from kept'), [{ number: 7 }]);
});

test('a crashed server raises an alarm and is back within seconds with everything that was committed', async () => {
  const { alarms, until, kinds } = listen();
  const server = await start({ durable: true, onAlarm: alarms });
  await ask(server, 'create table kept as select 7 as number');
  for (let round = 1; round <= 3; round += 1) {
    const pid = server.pid()!;
    process.kill(pid, 'SIGKILL');
    await until('restarted', round);
    assert.notEqual(server.pid(), pid);
    assert.deepEqual(await ask(server, 'select number from kept'), [{ number: 7 }]);
  }
  assert.deepEqual(kinds(), ['crashed', 'restarted', 'crashed', 'restarted', 'crashed', 'restarted']);
});

test('stopping in the middle of a restart leaves no server behind', async () => {
  const { alarms, until } = listen();
  const server = await start({ onAlarm: alarms });
  process.kill(server.pid()!, 'SIGKILL');
  await until('crashed');
  await server.stop();
  assert.equal(server.pid(), undefined);
});

test('a lock file that names a stranger with the same process number does not keep the server from starting', async () => {
  await (await start()).stop();
  const stranger = spawn('sleep', ['60']);
  children.push(stranger);
  const cluster = path.join(dataDir, 'postgres');
  writeFileSync(
    path.join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1700000000\n5432\n${dataDir}\n\n 1 1\nready   \n`,
  );
  const { uid, gid } = statSync(cluster);
  chownSync(path.join(cluster, 'postmaster.pid'), uid, gid);
  const server = await start();
  assert.equal(server.adopted, false);
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
  assert.ok(isRunning(stranger.pid!), 'the stranger must not be touched');
});

test('a database whose making was interrupted is made anew', async () => {
  const killed = spawn('true');
  await once(killed, 'exit');
  const draft = path.join(dataDir, `postgres.new-${killed.pid}-abc`);
  mkdirSync(draft);
  writeFileSync(path.join(draft, 'PG_VERSION'), '18\n');
  await start();
  assert.equal(existsSync(draft), false);
});

test('two processes that start on the same folder at the same moment end up with one server', async () => {
  const both = await Promise.all([start(), predecessor()]);
  assert.equal(both[0].pid(), both[1].postmaster);
});

test('data of another major version is refused with a sentence, untouched', async () => {
  await (await start()).stop();
  writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '14\n');
  await assert.rejects(start(), /gehören zu PostgreSQL 14/);
});

test('a path too long for a socket is no obstacle', async () => {
  const short = dataDir;
  chmodSync(short, 0o711); // a service account must be able to walk through
  dataDir = path.join(short, 'x'.repeat(120));
  const server = await start();
  assert.ok(server.socketDir.length < 90);
  await server.stop();
  assert.equal(existsSync(server.socketDir), false);
  dataDir = short;
});

async function rootYields(): Promise<void> {
  await (await start()).stop();
  const account = 64_321;
  const cluster = path.join(dataDir, 'postgres');
  for (const name of ['.', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
    chownSync(path.join(cluster, name), account, account);
  const server = await start();
  assert.equal(server.account, 'service');
  assert.match(readFileSync(`/proc/${server.pid()}/status`, 'utf8'), new RegExp(`^Uid:\\s+${account}\\s`, 'm'));
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }]);
}

if (process.getuid?.() === 0) test('root runs the server as the account that owns the data', rootYields);

function listen() {
  const seen: PostgresAlarm['kind'][] = [];
  const until = async (kind: PostgresAlarm['kind'], times = 1) => {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(10))
      if (seen.filter((one) => one === kind).length >= times) return;
    assert.fail(`no ${kind} within 20 s, only ${seen.join(', ')}`);
  };
  return { alarms: ({ kind }: PostgresAlarm) => void seen.push(kind), until, kinds: () => seen };
}
