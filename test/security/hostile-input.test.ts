// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../../src/kernel/id.ts';
import { addressOf, reads, type Route, routes } from './routes.ts';
import { hostile } from './samples.ts';
import { openScene, type Role, type Scene } from './scene.ts';

const perRoute = 12;
const longest = 15_000;
const json = 'application/json';
const ours = { 'sec-fetch-site': 'same-origin', accept: json };
/** Ending one's own session is what this address is for; the others would all be turned away afterwards. */
const endsSession = new Set(['POST /sign-out']);
const leaks = /\bat [\w.<>]+ \(|node_modules|\.tsx?:\d+|"stack"|ZodError|PostgresError|syntax error at/;

describe('input that nobody means well with', () => {
  let scene: Scene;
  let requests = 0;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  const roleFor = ({ path }: Route): Role =>
    /^\/(administration|organisation|units|persons)/.test(path) ? 'administrator' : 'clerk';

  async function answerTo(path: string, init: RequestInit & { headers?: Record<string, string> }, role: Role = 'clerk') {
    requests += 1;
    const late = AbortSignal.timeout(longest);
    const hung = new Promise<never>((_, reject) => {
      late.addEventListener('abort', () =>
        reject(new Error(`no answer to ${init.method ?? 'GET'} ${path}: ${String(init.body).slice(0, 300)}`)),
      );
    });
    const answer = await Promise.race([scene.ask(role, path, init), hung]);
    const text = await answer.text();
    assert.ok(
      answer.status < 500,
      `${init.method ?? 'GET'} ${path}: ${answer.status} ${text.slice(0, 200)} ${scene.world.logged.at(-1)}`,
    );
    assert.doesNotMatch(text, leaks, path);
    return answer;
  }

  /** Who is tried changes the rights of persons; tables that all later requests need are put right again. */
  for (const kind of ['people', 'records'] as const) {
    test(`never ends in a fault: bodies out of every schema of ${kind}, spoilt`, async (context) => {
      const own = routes.filter(
        ({ input, path, key }) =>
          input && !endsSession.has(key) && kind === (/^\/(files|cases|documents)/.test(path) ? 'records' : 'people'),
      );
      const start = requests;
      for (const route of own) {
        const bodies = fc.sample(hostile(route.input!), { numRuns: perRoute, seed: 11 });
        const address = addressOf(route.path, scene.ids);
        for (const body of bodies) {
          const headers = { ...ours, 'content-type': json, 'idempotency-key': newId() };
          await answerTo(address, { method: route.method, headers, body: JSON.stringify(body) }, roleFor(route));
        }
      }
      context.diagnostic(`${own.length} routes, ${requests - start} requests`);
    });
  }

  test('never ends in a fault: the same as a form', async () => {
    for (const route of routes.filter(({ action }) => action)) {
      for (const body of fc.sample(hostile(route.input!), { numRuns: 3, seed: 12 })) {
        const fields = new URLSearchParams({ _key: newId() });
        for (const [name, value] of Object.entries(body)) fields.append(name, String(JSON.stringify(value)).replaceAll('"', ''));
        const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
        const raw = `${fields}&x=%00&y=%ff%fe&subject=%ED%A0%80`;
        await answerTo(addressOf(route.path, scene.ids), { method: 'POST', headers, body: raw }, roleFor(route));
      }
    }
  });

  test('never ends in a fault: questions in the address', async () => {
    const words = [
      '%00',
      '%ff',
      "'",
      '"',
      '\\',
      '(',
      '&',
      '!',
      ':*',
      '<->',
      '%',
      '_',
      '1e999',
      '-1',
      '9'.repeat(40),
      'a'.repeat(6_000),
      '%F0%9F%92%A9',
      'art:',
      'plan:',
      'seit:99.99.9999',
      '🙈'.repeat(300),
      '((((',
      '%E2%80%AE',
      '2026-13-45',
    ];
    const names = [
      'q',
      'after',
      'plan',
      'state',
      'version',
      'page',
      'person',
      'permission',
      'unit',
      'subject',
      'label',
      'to',
      'role',
      'parent',
      'principal',
      'refer',
      'done',
      'kind',
      'text',
      'sort',
    ];
    for (const route of routes.filter(reads)) {
      const address = addressOf(route.path, scene.ids);
      for (const [index, word] of words.entries()) {
        if (!['/search', '/search/suggest', '/files', '/persons'].includes(route.path) && index % 6 > 0) continue;
        const query = names.map((name) => `${name}=${word.startsWith('%') ? word : encodeURIComponent(word)}`).join('&');
        await answerTo(`${address}?${query}`, {}, roleFor(route));
      }
    }
  });

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: three plain loops, one in the other
  test('never ends in a fault: ids and page numbers in the address', async () => {
    const strange = [
      '%00',
      '..%2f..%2fetc%2fpasswd',
      '0',
      '-1',
      '1e9',
      '99999999999',
      '%ff',
      'null',
      "1'--",
      '00000000-0000-0000-0000-000000000000',
      newId().toUpperCase(),
    ];
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      for (const name of [...route.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]!)) {
        for (const value of strange.slice(0, reads(route) ? strange.length : 3)) {
          const init = reads(route)
            ? {}
            : { method: route.method, headers: { ...ours, 'content-type': json, 'idempotency-key': newId() }, body: '{}' };
          const answer = await answerTo(addressOf(route.path, { ...scene.ids, [name]: value }), init, roleFor(route));
          // An upload has an id of its own; which case its address names beside it does not matter.
          if (name === 'case' && route.path.includes(':upload')) continue;
          assert.ok(answer.status >= 400, `${route.key} with ${name} = ${value}: ${answer.status}`);
        }
      }
    }
  });

  test('is refused by size, depth, number and kind before anybody works on it', async () => {
    const path = addressOf('/files/:file/change', scene.ids);
    const send = async (type: string, body: string) =>
      (
        await answerTo(path, {
          method: 'POST',
          headers: { ...ours, 'content-type': type, 'idempotency-key': newId() },
          body,
          duplex: 'half',
        } as never)
      ).status;
    const start = performance.now();
    assert.equal(await send(json, `{"subject":"${'a'.repeat(64 * 1024 * 1024)}"}`), 413);
    assert.equal(await send(json, `${'['.repeat(10_000)}${']'.repeat(10_000)}`), 400);
    assert.equal(await send(json, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 400);
    assert.equal(await send(json, `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join(',')}}`), 400);
    assert.equal(
      await send('application/x-www-form-urlencoded', Array.from({ length: 100_000 }, (_, n) => `k${n}=1`).join('&')),
      413,
    );
    assert.equal(await send('application/x-www-form-urlencoded', Array.from({ length: 100_000 }, () => 'k=1').join('&')), 413);
    assert.equal(
      await send('application/x-www-form-urlencoded', Array.from({ length: 9_000 }, (_, n) => `k${n}=1`).join('&')),
      400,
    );
    assert.equal(await send('multipart/form-data; boundary=x', 'kaputt'), 400);
    assert.equal(await send('multipart/form-data', 'ohne Grenze'), 400);
    for (const type of ['', 'text/html', 'application/xml', 'application/json5', 'application/jsonp', 'x'.repeat(9_000)])
      assert.equal(await send(type, '{}'), 400, type.slice(0, 30));
    for (const body of ['', '{', 'null', '[]', '"x"', '1', '\ufeff{}', '{"a":NaN}', "{'a':1}"])
      assert.equal(await send(json, body), 400, body);
    assert.ok(performance.now() - start < 20_000);
  });

  test('is refused without an end: a body that says nothing of its length stops at the limit', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const headers = { ...ours, 'content-type': json, 'idempotency-key': newId() };
    const init = { method: 'POST', headers, body, duplex: 'half' } as never;
    assert.equal((await answerTo(addressOf('/files/:file/change', scene.ids), init)).status, 413);
    assert.ok(sent < 4 * 1024 * 1024, String(sent));
  });

  test('is refused as an upload: forms that break off, offsets and names that cannot be', async () => {
    const part = (head: string, value = 'x') => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
    const key = part('name="_key"', newId());
    const bodies = [
      '',
      '--b',
      key,
      `${key}--b--`,
      `${key}${part('name="files"; filename="a.txt"').slice(0, -9)}`,
      `${key}${part('name="files"; filename="\u0000.txt"')}--b--`,
      `${key}${part('name="files"; filename="..\\..\\a\r\nb.txt"')}--b--`,
      `${key}${part('name="files"; filename*=UTF-8\'\'%00%ff.txt')}--b--`,
      `${key}${part(`name="files"; filename="${'n'.repeat(3_000)}.txt"`)}--b--`,
      `${key}${part('name="versionRead"', '9'.repeat(400))}${part('name="note"', 'a\u0000b')}${part('name="files"; filename="b.txt"')}--b--`,
      `${part('name="versionRead"', '1').repeat(200)}`,
      `${key}--b\r\n${'X-Head: y\r\n'.repeat(500)}\r\nx\r\n--b--`,
    ];
    for (const route of routes.filter(({ stream, method }) => stream && method === 'POST')) {
      for (const body of bodies) {
        for (const type of ['multipart/form-data; boundary=b', 'multipart/form-data', 'multipart/form-data; boundary=']) {
          await answerTo(
            addressOf(route.path, scene.ids),
            { method: 'POST', headers: { ...ours, 'content-type': type }, body },
            roleFor(route),
          );
        }
      }
    }
    const upload = addressOf('/cases/:case/uploads/:upload', scene.ids);
    for (const offset of ['-1', '1e309', 'x', '9007199254740993', '5', ' 0x1']) {
      const headers = { ...ours, 'content-type': 'application/offset+octet-stream', 'upload-offset': offset };
      const answer = await answerTo(upload, { method: 'PATCH', headers, body: 'x'.repeat(10) });
      assert.ok(answer.status >= 400, `${offset}: ${answer.status}`);
    }
  });

  test('was asked for often enough', (context) => {
    context.diagnostic(`${requests} requests`);
    assert.ok(requests > 1_500, String(requests));
  });
});
