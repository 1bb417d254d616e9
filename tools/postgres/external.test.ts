// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openConnections, type Postgres, startPostgres } from './index.ts';
import { withClient } from './roles.ts';

// A server of its own that asks for passwords, as an external one does.
let folder: string;
let server: Postgres;
let admin: pg.ClientConfig;

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-external-'));
  server = await startPostgres({ dataDir: folder, durable: false });
  admin = { host: server.socketDir, port: 5432, user: 'postgres', database: 'postgres' };
  await run(
    "create role chef superuser login password 'c'; create role kaum login password 'k'; create role wart createrole login password 'w'",
  );
  writeFileSync(path.join(folder, 'postgres', 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  await run('select pg_reload_conf()');
});

after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(sql: string): Promise<void> {
  await withClient(admin, (client) => client.query(sql));
}

/** An installation's data folder and its DATABASE_URL for a user of this server. */
async function installation(user: string, { password = user[0], database = `akte_${user}` } = {}) {
  const dataDir = mkdtempSync(path.join(folder, 'data-'));
  await withClient(admin, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)} owner ${pg.escapeIdentifier(user)}`);
  });
  return { dataDir, databaseUrl: `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(server.socketDir)}` };
}

async function dropRoles(): Promise<void> {
  await withClient(admin, async (client) => {
    await client.query('drop database if exists akte_wart with (force)');
    await client.query('drop database if exists akte_chef with (force)');
    await client.query('drop role if exists fachwerk_owner, fachwerk_app, fachwerk_sequencer');
  });
}

test('a user who may not make roles is told the SQL to have run', async () => {
  await assert.rejects(openConnections(await installation('kaum')), ({ message }: Error) => {
    assert.match(message, /„kaum“ darf keine Rollen anlegen/);
    assert.match(message, /create role fachwerk_app login nosuperuser .* nobypassrls password '…';/);
    assert.match(message, /keys\/database\.json/);
    return true;
  });
});

test('a user who may make roles is the owner; the roles get passwords that only the data folder knows', async () => {
  const { dataDir, databaseUrl } = await installation('wart');
  const { connections, embedded } = await openConnections({ dataDir, databaseUrl });
  assert.equal(embedded, false);
  assert.equal(connections.owner.user, 'wart');
  await withClient(connections.owner, (client) => client.query('create schema mine'));
  for (const part of ['app', 'sequencer'] as const) {
    const { rows } = await withClient(connections[part], (client) => client.query('select current_user::text as who'));
    assert.deepEqual(rows, [{ who: `fachwerk_${part}` }]);
    await assert.rejects(
      withClient({ ...connections[part], password: 'falsch' }, (client) => client.query('select 1')),
      { code: '28P01' },
    );
  }
  assert.equal(statSync(path.join(dataDir, 'keys', 'database.json')).mode & 0o777, 0o600);
  await dropRoles();
});

test('a second node needs the first one’s keys, and the first one is not locked out by it', async () => {
  const first = await installation('wart');
  const { connections } = await openConnections(first);
  const second = await installation('wart');
  await assert.rejects(openConnections(second), /Kennwort von fachwerk_app und fachwerk_sequencer ist hier nicht bekannt/);
  await withClient(connections.app, (client) => client.query('select 1'));
  mkdirSync(path.join(second.dataDir, 'keys'));
  copyFileSync(path.join(first.dataDir, 'keys', 'database.json'), path.join(second.dataDir, 'keys', 'database.json'));
  const again = await openConnections(second);
  await withClient(again.connections.app, (client) => client.query('select 1'));
  await dropRoles();
});

test('a superuser in DATABASE_URL is used for setting up only: the schema belongs to a role that row level security binds', async () => {
  const { connections } = await openConnections(await installation('chef'));
  assert.equal(connections.owner.user, 'fachwerk_owner');
  const { rows } = await withClient(connections.owner, async (client) => {
    await client.query('create schema mine; create table public.mine (id int)');
    return client.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
  });
  assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false }]);
  await dropRoles();
});

test('what is wrong with the address is said in German and without the password', async () => {
  const { dataDir, databaseUrl } = await installation('wart', { password: 'streng-geheim' });
  const cases: [string, RegExp][] = [
    [databaseUrl, /weist Benutzer oder Kennwort zurück/],
    ['postgres://wart:streng-geheim@127.0.0.1:1/akte', /nicht erreichbar \(ECONNREFUSED\)/],
    ['streng-geheim', /keine gültige Adresse/],
  ];
  for (const [url, expected] of cases) {
    await assert.rejects(openConnections({ dataDir, databaseUrl: url }), ({ message }: Error) => {
      assert.match(message, expected);
      assert.doesNotMatch(message, /streng-geheim/);
      return true;
    });
  }
});
