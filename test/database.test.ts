// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withClient } from '../tools/postgres/roles.ts';
import { testDatabase } from './database.ts';

test('each test gets a database of its own, and its three roles can sign in', async () => {
  const [one, other] = [await testDatabase(), await testDatabase()];
  await withClient(one.connections.owner, (client) => client.query('create table public.only_here (id int)'));
  const seen = await withClient(other.connections.owner, (client) =>
    client.query("select to_regclass('public.only_here') as found"),
  );
  assert.equal(seen.rows[0].found, null);
  for (const part of ['owner', 'app', 'sequencer'] as const) {
    const { rows } = await withClient(one.connections[part], (client) =>
      client.query('select current_user::text as who, rolsuper, rolbypassrls from pg_roles where rolname = current_user'),
    );
    assert.deepEqual(rows, [{ who: one.connections[part].user, rolsuper: false, rolbypassrls: false }]);
  }
  await one.drop();
  await other.drop();
});

test('the application may not create anything in the database', async () => {
  const { connections, drop } = await testDatabase();
  for (const sql of ['create table public.mine (id int)', 'create schema mine', 'create temporary table mine (id int)'])
    await assert.rejects(
      withClient(connections.app, (client) => client.query(sql)),
      { code: '42501' },
    );
  await drop();
});

test('upper-case umlauts are folded and German words are stemmed', async () => {
  const { connections, drop } = await testDatabase();
  const { rows } = await withClient(connections.app, (client) =>
    client.query(
      "select lower('ÄÖÜ') as lower, to_tsvector('german', 'ÜBERPRÜFUNGEN Gebühren')::text as words, unaccent('Straße Ähre') as plain, similarity('Müller', 'Mueller') > 0 as near",
    ),
  );
  assert.deepEqual(rows, [{ lower: 'äöü', words: "'gebuhr':2 'uberpruf':1", plain: 'Strasse Ahre', near: true }]);
  await drop();
});
