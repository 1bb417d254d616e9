// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { handleDav, type Mount } from './handle.ts';
import { type MemoryOptions, memoryStore } from './specimen/memory.ts';
import type { DavStore } from './store.ts';

let now: Date;
let store: DavStore;
let tokens: number;

function open(options: MemoryOptions = {}): void {
  now = new Date('2026-03-02T09:00:00Z');
  tokens = 0;
  store = memoryStore({ now: () => now, ...options });
}

async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  const mount: Mount = { base: '/dav', store, now, longestLock: 600, newToken: () => `urn:uuid:${++tokens}` };
  return handleDav(new Request(`http://h${path}`, { method, headers, ...(body === undefined ? {} : { body }) }), mount);
}

const lockInfo = (scope = 'exclusive') =>
  `<lockinfo xmlns="DAV:"><lockscope><${scope}/></lockscope><locktype><write/></locktype><owner>Amt 32</owner></lockinfo>`;

async function lock(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await ask('LOCK', path, headers, lockInfo());
  assert.ok(answer.ok, String(answer.status));
  return (answer.headers.get('lock-token') ?? '').slice(1, -1);
}

describe('what litmus does not ask', () => {
  beforeEach(() => open());

  test('every answer says what is spoken, an unknown method is none', async () => {
    const answer = await ask('REPORT', '/dav/');
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('dav'), '1, 2');
    assert.match(answer.headers.get('allow') ?? '', /PROPFIND/);
    assert.equal((await ask('OPTIONS', '/dav/')).headers.get('ms-author-via'), 'DAV');
  });

  test('PROPFIND without end is refused by name, also when no depth is given', async () => {
    for (const headers of [{ depth: 'infinity' }, {}] as const) {
      const answer = await ask('PROPFIND', '/dav/', headers);
      assert.equal(answer.status, 403);
      assert.match(await answer.text(), /propfind-finite-depth/);
    }
    assert.equal((await ask('PROPFIND', '/dav/', { depth: '2' })).status, 400);
  });

  test('PROPFIND lists names and members of one level', async () => {
    await ask('MKCOL', '/dav/coll');
    await ask('PUT', '/dav/coll/deep', {}, 'x');
    await ask('PUT', '/dav/a%20b', {}, 'x');
    const all = await (await ask('PROPFIND', '/dav/', { depth: '1' })).text();
    assert.deepEqual(
      [...all.matchAll(/<D:response><D:href>([^<]*)/g)].map(([, href]) => href),
      ['/dav/', '/dav/coll/', '/dav/a%20b'],
    );
    const names = await (
      await ask('PROPFIND', '/dav/coll', { depth: '0' }, '<propfind xmlns="DAV:"><propname/></propfind>')
    ).text();
    assert.match(names, /<D:resourcetype\/>/);
    assert.doesNotMatch(names, /getetag/);
  });

  test('a computed property is nobody’s to set, and nothing else is set with it', async () => {
    await ask('PUT', '/dav/a', {}, 'x');
    const patch =
      '<propertyupdate xmlns="DAV:"><set><prop><getetag>x</getetag><c xmlns="urn:c">1</c></prop></set></propertyupdate>';
    const text = await (await ask('PROPPATCH', '/dav/a', {}, patch)).text();
    assert.match(text, /403[^<]*<\/D:status><D:error><D:cannot-modify-protected-property\/>/);
    assert.match(text, /424/);
    assert.deepEqual(await store.properties(['a']), []);
  });

  test('hostile XML in any method that reads it is refused and changes nothing', async () => {
    await ask('PUT', '/dav/a', {}, 'x');
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>';
    for (const method of ['PROPFIND', 'PROPPATCH', 'LOCK']) {
      assert.equal((await ask(method, '/dav/a', { depth: '0' }, bomb)).status, 400, method);
      assert.equal((await ask(method, '/dav/a', { depth: '0' }, ' '.repeat(300_000))).status, 413, method);
    }
    assert.deepEqual(await store.locks(), []);
  });

  test('paths that lead out, COPY and MOVE to elsewhere or into oneself', async () => {
    await ask('MKCOL', '/dav/c');
    await ask('PUT', '/dav/a', {}, 'x');
    assert.equal((await ask('GET', '/dav/%2e%2e%2fa')).status, 400);
    const cases: [string, string | undefined, number][] = [
      ['/dav/a', 'http://elsewhere/dav/b', 502],
      ['/dav/a', '/other/b', 502],
      ['/dav/a', '/dav/%2e%2e/b', 400],
      ['/dav/a', undefined, 400],
      ['/dav/c', '/dav/c/inside', 403],
      ['/dav/c', '/dav/', 403],
      ['/dav/a', '/dav/a', 403],
    ];
    for (const [from, to, status] of cases)
      for (const method of ['COPY', 'MOVE'])
        assert.equal((await ask(method, from, to === undefined ? {} : { destination: to })).status, status, `${method} ${to}`);
    assert.equal((await ask('MOVE', '/dav/', { destination: '/dav/b' })).status, 403);
    assert.equal((await ask('DELETE', '/dav/')).status, 403);
  });

  test('a part is not taken for the whole; too much is refused and leaves the old content', async () => {
    open({ limit: 10 });
    await ask('PUT', '/dav/a', {}, 'short');
    assert.equal((await ask('PUT', '/dav/a', { 'content-range': 'bytes 0-1/5' }, 'xx')).status, 400);
    assert.equal((await ask('PUT', '/dav/a', {}, 'far too long')).status, 413);
    assert.equal(await (await ask('GET', '/dav/a')).text(), 'short');
  });

  test('ranges, HEAD and what the client has already', async () => {
    const { headers } = await ask('PUT', '/dav/a', { 'content-type': 'text/html' }, '0123456789');
    const part = await ask('GET', '/dav/a', { range: 'bytes=2-4' });
    assert.deepEqual([part.status, await part.text(), part.headers.get('content-range')], [206, '234', 'bytes 2-4/10']);
    assert.equal((await ask('GET', '/dav/a', { range: 'bytes=10-' })).status, 416);
    assert.equal((await ask('GET', '/dav/a', { 'if-none-match': headers.get('etag') ?? '' })).status, 304);
    const head = await ask('HEAD', '/dav/a');
    assert.deepEqual([head.headers.get('content-length'), await head.text()], ['10', '']);
    assert.match((await ask('GET', '/dav/a')).headers.get('content-security-policy') ?? '', /sandbox/);
  });
});

describe('locks', () => {
  beforeEach(() => open());

  test('a lock ends with its time, and can be prolonged before', async () => {
    await ask('PUT', '/dav/a', {}, 'x');
    const token = await lock('/dav/a', { timeout: 'Second-60' });
    assert.equal((await ask('PUT', '/dav/a', {}, 'y')).status, 423);
    now = new Date(now.getTime() + 50_000);
    const again = await ask('LOCK', '/dav/a', { if: `(<${token}>)`, timeout: 'Second-60' });
    assert.deepEqual([again.status, again.headers.get('lock-token')], [200, null]);
    now = new Date(now.getTime() + 50_000);
    assert.equal((await ask('PUT', '/dav/a', { if: `(<${token}>)` }, 'y')).status, 204);
    now = new Date(now.getTime() + 61_000);
    assert.equal((await ask('LOCK', '/dav/a', { if: `(<${token}>)` })).status, 412);
    assert.equal((await ask('PUT', '/dav/a', {}, 'z')).status, 204);
  });

  test('somebody else’s lock: its token is neither shown nor of use', async () => {
    await ask('PUT', '/dav/a', {}, 'x');
    const token = await lock('/dav/a');
    const { locks } = store;
    store = { ...store, locks: async () => (await locks()).map((one) => ({ ...one, mine: false })) };
    assert.doesNotMatch(await (await ask('PROPFIND', '/dav/a', { depth: '0' })).text(), /urn:uuid/);
    assert.equal((await ask('PUT', '/dav/a', { if: `(<${token}>)` }, 'y')).status, 423);
    assert.equal((await ask('UNLOCK', '/dav/a', { 'lock-token': `<${token}>` })).status, 403);
  });

  test('a deleted tree takes its locks along; one that is locked inside stays whole', async () => {
    await ask('MKCOL', '/dav/c');
    await ask('PUT', '/dav/c/a', {}, 'x');
    const token = await lock('/dav/c/a');
    assert.equal((await ask('DELETE', '/dav/c')).status, 423);
    assert.equal((await ask('GET', '/dav/c/a')).status, 200);
    assert.equal((await ask('DELETE', '/dav/c', { if: `</dav/c/a> (<${token}>)` })).status, 204);
    assert.deepEqual(await store.locks(), []);
  });

  test('locking a free name takes it, but not in a locked folder', async () => {
    assert.equal((await ask('LOCK', '/dav/new', {}, lockInfo())).status, 201);
    assert.equal(await (await ask('GET', '/dav/new')).text(), '');
    await ask('MKCOL', '/dav/c');
    await lock('/dav/c');
    assert.equal((await ask('LOCK', '/dav/c/new', {}, lockInfo())).status, 423);
  });

  test('two at once: the store decides, the second is refused', async () => {
    await ask('PUT', '/dav/a', {}, 'x');
    const answers = await Promise.all([ask('LOCK', '/dav/a', {}, lockInfo()), ask('LOCK', '/dav/a', {}, lockInfo())]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 423]);
  });

  test('a text that comes too late is handed to the rescue, and the answer says so', async () => {
    const saved: string[] = [];
    open({
      rescue: async (path, body) => {
        for await (const piece of body) saved.push(`${path.join('/')}: ${new TextDecoder().decode(piece)}`);
        return 'Ihr Text ist aufgehoben.';
      },
    });
    await ask('PUT', '/dav/a', {}, 'x');
    const late = await ask('PUT', '/dav/a', { 'if-match': '"old"' }, 'mine');
    assert.deepEqual([late.status, await late.text()], [412, 'Ihr Text ist aufgehoben.\n']);
    await lock('/dav/a');
    assert.match(await (await ask('PUT', '/dav/a', {}, 'mine too')).text(), /lock-token-submitted.*aufgehoben/);
    assert.deepEqual(saved, ['a: mine', 'a: mine too']);
    assert.equal(await (await ask('GET', '/dav/a')).text(), 'x');
  });
});
