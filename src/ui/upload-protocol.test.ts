// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pauseBefore, type UploadResult, type UploadSource, type UploadTask, uploadFile } from './upload-protocol.ts';

/** A server as the protocol describes it, with a line that breaks before or after the server has acted. */
function world(faults: readonly ('before' | 'after' | 'busy')[], chunkSize = 7) {
  const uploads = new Map<string, { id: string; size: number; bytes: number[]; filed: number }>();
  let calls = 0;
  function announce(init: RequestInit, headers: Headers): Response {
    const key = headers.get('idempotency-key') ?? '';
    const { size } = JSON.parse(String(init.body)) as { size: number };
    const upload = uploads.get(key) ?? { id: `u${uploads.size}`, size, bytes: [], filed: 0 };
    uploads.set(key, upload);
    const done = upload.filed > 0 ? { done: true, location: `/documents/${upload.id}` } : {};
    return Response.json({ id: upload.id, offset: upload.bytes.length, chunkSize, ...done });
  }
  async function serve(init: RequestInit, url: string): Promise<Response> {
    const headers = new Headers(init.headers);
    if (init.method === 'POST') return announce(init, headers);
    const upload = [...uploads.values()].find((one) => url.endsWith(`/${one.id}`));
    if (!upload) return new Response(null, { status: 404 });
    const offset = String(upload.bytes.length);
    if (init.method === 'HEAD') return new Response(null, { headers: { 'upload-offset': offset } });
    if (headers.get('upload-offset') !== offset) return new Response('{}', { status: 409 });
    upload.bytes = upload.bytes.concat([...new Uint8Array(await (init.body as Blob).arrayBuffer())]);
    if (upload.bytes.length < upload.size) return Response.json({ offset: upload.bytes.length });
    upload.filed += 1;
    return Response.json({ offset: upload.size, done: true, location: `/documents/${upload.id}` });
  }
  return {
    uploads,
    calls: () => calls,
    wait: async () => {},
    fetch: async (url: string, init: RequestInit) => {
      init.signal?.throwIfAborted();
      const fault = faults[calls];
      calls += 1;
      if (fault === 'before') throw new TypeError('line broken');
      if (fault === 'busy') return new Response('', { status: 503 });
      const response = await serve(init, url);
      if (fault === 'after') throw new TypeError('answer lost');
      return response;
    },
  };
}

const bytesOf = (length: number) => Array.from({ length }, (_, index) => (index * 31) % 251);
function task(length: number, signal = new AbortController().signal): UploadTask {
  const blob = new Blob([Uint8Array.from(bytesOf(length))]);
  const file: UploadSource = { name: 'Brief.pdf', size: length, lastModified: 1, slice: (start, end) => blob.slice(start, end) };
  return { url: '/uploads', file, key: 'key-1', values: { case: '42' }, signal };
}
const quiet = { progress: () => {}, broken: () => {} };

test('a file arrives byte for byte and exactly once, however the line breaks', async () => {
  const fault = fc.constantFrom('before' as const, 'after' as const, 'busy' as const, undefined);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 60 }), fc.array(fault, { maxLength: 14 }), async (length, faults) => {
      const server = world(faults as ('before' | 'after' | 'busy')[]);
      const result = await uploadFile(task(length), quiet, server);
      assert.deepEqual(result, { kind: 'done', location: '/documents/u0' });
      const upload = server.uploads.get('key-1');
      assert.deepEqual(upload?.bytes, bytesOf(length));
      assert.equal(upload?.filed, 1);
    }),
    { numRuns: 300 },
  );
});

test('a line that stays broken ends with a word, not with a wait for ever', async () => {
  const server = world(Array.from({ length: 100 }, () => 'before' as const));
  const seconds: number[] = [];
  const result = await uploadFile(task(10), { progress: () => {}, broken: (pause) => seconds.push(pause) }, server);
  assert.deepEqual(result, { kind: 'failed' });
  assert.equal(seconds.length, 14);
  assert.ok(Math.max(...seconds) <= 38);
});

test('what the server refuses is told in its words and not tried again', async () => {
  let calls = 0;
  const refusing = (status: number, body: string) => ({
    wait: async () => {},
    fetch: async () => {
      calls += 1;
      return new Response(body, { status });
    },
  });
  const text = 'Die Datei enthält ein Programm.';
  assert.deepEqual(await uploadFile(task(10), quiet, refusing(422, JSON.stringify({ message: text }))), {
    kind: 'refused',
    text,
  });
  assert.deepEqual(await uploadFile(task(10), quiet, refusing(413, 'zu groß')), { kind: 'refused', text: '413' });
  assert.deepEqual(await uploadFile(task(10), quiet, refusing(401, '')), { kind: 'session' });
  assert.equal(calls, 3);
});

test('a server that answers in a circle is given up', async () => {
  const circle = {
    wait: async () => {},
    fetch: async (_: string, init: RequestInit) =>
      init.method === 'POST'
        ? Response.json({ id: 'a', offset: 0 })
        : new Response('{}', { status: init.method === 'HEAD' ? 200 : 409, headers: { 'upload-offset': '0' } }),
  };
  assert.deepEqual(await uploadFile(task(10), quiet, circle), { kind: 'failed' });
});

test('stopping ends at once and the same key goes on where it was', async () => {
  const server = world([]);
  const stop = new AbortController();
  const hooks = { broken: () => {}, progress: (offset: number) => offset >= 14 && stop.abort() };
  const first: UploadResult = await uploadFile(task(40, stop.signal), hooks, server);
  assert.deepEqual(first, { kind: 'stopped' });
  assert.equal(server.uploads.get('key-1')?.bytes.length, 14);
  const offsets: number[] = [];
  const second = await uploadFile(task(40), { broken: () => {}, progress: (offset) => offsets.push(offset) }, server);
  assert.equal(second.kind, 'done');
  assert.equal(offsets[0], 14);
});

test('pauses double up to half a minute and differ by chance', () => {
  assert.equal(pauseBefore(1, 0.5), 1000);
  assert.equal(pauseBefore(3, 0.5), 4000);
  assert.equal(pauseBefore(12, 0.5), 30_000);
  assert.ok(pauseBefore(5, 0) < pauseBefore(5, 1));
});

test('a line too slow for a large piece gets smaller ones, and larger ones again when it holds', async () => {
  const server = world([], 1_000_000);
  const sizes: number[] = [];
  const slow = {
    wait: server.wait,
    fetch: (url: string, init: RequestInit) => {
      if (init.method === 'PATCH') sizes.push((init.body as Blob).size);
      if (init.method === 'PATCH' && sizes.length < 4) return Promise.reject(new DOMException('too slow', 'TimeoutError'));
      return server.fetch(url, init);
    },
  };
  assert.equal((await uploadFile(task(2_000_000), quiet, slow)).kind, 'done');
  assert.deepEqual(sizes.slice(0, 6), [1_000_000, 500_000, 250_000, 125_000, 250_000, 500_000]);
});
