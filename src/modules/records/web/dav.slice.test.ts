// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { serve } from '@hono/node-server';
import { runLitmus } from '../../../../packages/webdav/suite/litmus.ts';
import { draftLetter, type Letter, openProgram, type Program } from '../../../../test/editing.ts';
import { needs } from '../../../../test/needs.ts';
import { callerAs, cookieOf, persons } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';

describe('the work folder behind an address', () => {
  let world: World;
  let letter: Letter;
  let program: Program;
  let server: Server;
  let origin = '';
  before(async () => {
    world = await openWorld();
    letter = await draftLetter(world);
    program = await openProgram(world, letter);
    server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await world.close();
  });

  const pageOf = async (path: string, person: string = persons.clerk) => {
    const answer = await world.app.request(`${origin}${path}`, { headers: { cookie: await cookieOf(world, person) } });
    return { status: answer.status, text: await answer.text() };
  };

  test('litmus passes whole on the real mount, and the document is as it was', needs('litmus'), async () => {
    const { suites, failed, warned } = await runLitmus(`${origin}${program.folder}/`);
    assert.deepEqual([...failed, ...warned], []);
    assert.deepEqual(
      suites.map(({ name, run, passed }) => `${name} ${passed === run}`),
      ['basic true', 'copymove true', 'props true', 'locks true', 'http true'],
    );
    const [row] = await world.sql<{ versions: number }>('select versions from records.documents where id = $1', [
      letter.document,
    ]);
    assert.equal(row?.versions, 1);
  });

  test('the page gives the links with the secret to whom they belong, and to nobody else', async () => {
    const mine = await pageOf(`/documents/${letter.document}/edit`);
    assert.match(mine.text, new RegExp(`vnd\\.libreoffice\\.command:ofe\\|u\\|${origin}${program.address}"`));
    const other = await pageOf(`/documents/${letter.document}/edit`, persons.head);
    assert.equal(other.status, 200);
    assert.doesNotMatch(other.text, /\/dav\//);
    assert.equal((await pageOf(`/documents/${letter.document}/edit`, persons.neighbour)).status, 404);
  });

  test('opened by the form, the same address is found again; ended, it is gone', async () => {
    const cookie = await cookieOf(world, persons.head);
    const post = (path: string) =>
      world.app.request(`${origin}/documents/${letter.document}${path}`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _key: crypto.randomUUID() }),
      });
    const addressIn = async () =>
      /\/dav\/[^"/]+/.exec((await pageOf(`/documents/${letter.document}/edit`, persons.head)).text)?.[0];
    assert.equal((await post('/edit/open')).status, 303);
    const first = await addressIn();
    assert.ok(first);
    assert.equal((await post('/edit/open')).status, 303);
    assert.equal(await addressIn(), first);
    assert.equal((await world.app.request(`${origin}${first}/Bescheid.txt`)).status, 200);
    assert.equal((await post('/edit/end')).status, 303);
    assert.equal((await world.app.request(`${origin}${first}/Bescheid.txt`)).status, 403);
  });

  test('the document says who is editing it, only while it is so; the other is told of a Konfliktfassung', async () => {
    const token = await program.lock();
    const seen = await pageOf(`/documents/${letter.document}`, persons.head);
    assert.match(seen.text, /Wird gerade bearbeitet: Test clerk, seit 24\.11\.2026/);
    const head = await openProgram(world, letter, callerAs(persons.head));
    assert.equal((await head.save('Text der Leitung')).status, 423);
    await program.ask('UNLOCK', 'Bescheid.txt', { headers: { 'lock-token': `<${token}>` } });
    const later = await pageOf(`/documents/${letter.document}`);
    assert.doesNotMatch(later.text, /Wird gerade bearbeitet/);
    assert.match(later.text, /zweiten Text, ausgehend von Version 1/);
    const [copy] = await world.sql<{ id: string }>('select document_id as id from records.edit_conflicts');
    assert.match((await pageOf(`/documents/${copy?.id}`, persons.head)).text, /Diese Konfliktfassung entstand/);
  });
});
