// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { addressOf, reads, type Route, routes } from './routes.ts';
import { accepted } from './samples.ts';
import { openScene, type Role, type Scene } from './scene.ts';
import { fingerprintOf } from './table-counts.ts';

const mutating = routes.filter((route) => !reads(route));
const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** How a foreign page can make a browser send something, cookies included. */
const attacks: readonly [name: string, headers: Record<string, string>][] = [
  ['a form on a foreign site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', 'content-type': form }],
  [
    'a form on a neighbour host of the city',
    { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost', 'content-type': form },
  ],
  ['an old browser with an origin alone', { origin: 'https://evil.example', 'content-type': form }],
  ['a sandboxed frame', { origin: 'null', 'content-type': form }],
  ['a browser that tells nothing', { 'content-type': form }],
  ['JSON sent as plain text', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example', 'content-type': 'text/plain' }],
  ['JSON after a preflight we never answered', { origin: 'https://evil.example', 'content-type': json }],
];

describe('requests that another site made the browser send', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  const roleFor = ({ path }: Route): Role =>
    /^\/(administration|organisation|units|persons)/.test(path) ? 'administrator' : 'clerk';
  const bodyFor = ({ input, stream }: Route, type: string | undefined) => {
    if (stream || !input) return 'x';
    const good = accepted(input, { ...scene.ids, contact: scene.contact }) ?? {};
    if (type !== form) return JSON.stringify(good);
    return new URLSearchParams({
      _key: newId(),
      ...Object.fromEntries(Object.entries(good).map(([name, value]) => [name, String(value)])),
    });
  };

  test('are refused on every route, whatever they carry, and change nothing', async (context) => {
    const before = await fingerprintOf(scene.world);
    let sent = 0;
    for (const route of mutating) {
      const answers = await Promise.all(
        attacks.map(([, headers]) =>
          scene.ask(roleFor(route), addressOf(route.path, scene.ids), {
            method: route.method,
            headers: { ...headers, 'idempotency-key': newId() },
            body: String(bodyFor(route, headers['content-type'])),
          }),
        ),
      );
      for (const [index, answer] of answers.entries()) {
        assert.equal(answer.status, 403, `${route.key}: ${attacks[index]?.[0]}`);
        assert.equal(answer.headers.get('set-cookie'), null, route.key);
        assert.equal(answer.headers.get('access-control-allow-origin'), null, route.key);
        await answer.arrayBuffer();
        sent += 1;
      }
    }
    assert.deepEqual(await fingerprintOf(scene.world), before);
    context.diagnostic(`${mutating.length} routes × ${attacks.length} ways = ${sent} requests`);
  });

  test('find no way around the method: overrides count for nothing, plain text is no JSON', async () => {
    const before = await fingerprintOf(scene.world);
    for (const route of mutating) {
      const path = addressOf(route.path, scene.ids);
      const override = {
        'x-http-method-override': route.method,
        'x-method-override': route.method,
        'sec-fetch-site': 'same-origin',
      };
      const got = await scene.ask(roleFor(route), `${path}?_method=${route.method}&_key=${newId()}`, { headers: override });
      assert.ok(got.status === 404 || got.status < 400 || got.status === 409, `GET ${path}: ${got.status}`);
      await got.arrayBuffer();
    }
    assert.deepEqual(await fingerprintOf(scene.world), before);
    const path = addressOf('/files/:file/change', scene.ids);
    const body = JSON.stringify({ subject: 'Ganz anderer Betreff', lock: 1 });
    for (const type of ['text/plain', 'text/json', 'application/xml', '']) {
      const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type, 'idempotency-key': newId() };
      assert.equal((await scene.ask('clerk', path, { method: 'POST', headers, body })).status, 400, type);
    }
    assert.deepEqual(await fingerprintOf(scene.world), before);
  });

  test('reading changes nothing: every page and download, asked by everybody', async () => {
    const before = await fingerprintOf(scene.world);
    for (const role of ['clerk', 'head', 'administrator', 'privacyOfficer', 'anonymous'] as const)
      for (const route of routes.filter(reads)) await (await scene.ask(role, addressOf(route.path, scene.ids))).arrayBuffer();
    assert.deepEqual(await fingerprintOf(scene.world), before);
  });

  test('preflights get no permission', async () => {
    for (const { path } of mutating) {
      const answer = await scene.ask('anonymous', addressOf(path, scene.ids), {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      assert.equal(answer.headers.get('access-control-allow-origin'), null, path);
      assert.ok(answer.status >= 400, `${path}: ${answer.status}`);
    }
  });
});
