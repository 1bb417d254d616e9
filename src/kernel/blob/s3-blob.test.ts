// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { openVault } from '../vault/index.ts';
import { bytesOf, collect, filesIn, newFolder, patternOf, sha256, streamOf } from './fixture.ts';
import { type BlobKeyTable, type BlobStore, memoryBlobKeys, openS3BlobStore, StorageError, type StorageReason } from './index.ts';
import { type S3Server, s3Key, startS3, type Trouble } from './s3-server.fixture.ts';

const because = (reason: StorageReason) => (error: unknown) => error instanceof StorageError && error.reason === reason;

describe('contents in an object store', () => {
  let server: S3Server;
  let store: BlobStore;
  let keys: BlobKeyTable;
  let root: string;
  const openStore = async (change: object = {}) => {
    const s3 = { ...s3Key, endpoint: server.endpoint, timeoutMs: 400, backoffMs: 1, ...change };
    return openS3BlobStore({ dir: path.join(root, 'content'), vault: await openVault(path.join(root, 'keys')), keys, s3 });
  };
  before(async () => {
    server = await startS3(2);
  });
  after(() => server.close());
  beforeEach(async () => {
    root = newFolder();
    server.objects.clear();
    server.trouble();
    keys = memoryBlobKeys(() => new Date('2020-01-01'));
    store = await openStore();
  });

  test('are put, read in whole and in part, found again, destroyed', async () => {
    for (const size of [0, 1, 65_536, 300_000]) {
      const bytes = patternOf(size, size);
      const { hash, sealedHash } = await store.put(streamOf(bytes));
      assert.deepEqual(await bytesOf(await store.get(hash)), bytes);
      assert.deepEqual(await bytesOf(await store.get(hash, { from: 65_000, to: 140_000 })), bytes.subarray(65_000, 140_000));
      assert.equal(sha256([...server.objects.values()][0]!), sealedHash);
      assert.equal((await store.put(streamOf(bytes))).known, true);
      assert.equal(server.objects.size, 1);
      assert.equal(await store.has(hash), true);
      assert.equal(await store.shred(hash), true);
      assert.equal(server.objects.size, 0);
      await assert.rejects(store.get(hash), because('not-found'));
    }
    assert.deepEqual(filesIn(path.join(root, 'content')), [], 'nothing stays on this machine');
  });

  const survived: Record<string, Trouble[]> = {
    'two errors of the server': ['error-500', 'error-503'],
    'an answer lost after the object was kept': ['lost-answer'],
    'a server that hangs once': ['hang'],
    'a read-back that breaks in the middle': ['none', 'cut-body'],
    'a read-back that stalls in the middle': ['none', 'stall-body'],
  };
  for (const [name, troubles] of Object.entries(survived)) {
    test(`a put survives ${name}`, async () => {
      const bytes = patternOf(200_000, 1);
      server.trouble(...troubles);
      const { hash } = await store.put(streamOf(bytes));
      assert.equal(server.objects.size, 1);
      assert.deepEqual(await bytesOf(await store.get(hash)), bytes);
    });
  }

  const refused: Record<string, [troubles: Trouble[], reason: StorageReason, requests: number]> = {
    'a server that stays broken': [['error-500', 'error-500', 'error-500', 'error-500'], 'storage-fault', 4],
    'a server that stays silent': [['hang', 'hang', 'hang', 'hang'], 'storage-fault', 2], // given up after 1.5 × the time-out
    'a full server': [['full'], 'storage-full', 1],
    'a server that acknowledges what it does not keep': [['lie'], 'storage-fault', 2],
    'a server that keeps half of it': [['half'], 'storage-fault', 2],
    'a server that gives back something else': [['none', 'flip'], 'storage-fault', 2],
  };
  for (const [name, [troubles, reason, requests]] of Object.entries(refused)) {
    test(`${name}: nothing is acknowledged, nothing stays here, no key is made`, async () => {
      server.trouble(...troubles);
      const before = server.seen.length;
      const bytes = patternOf(200_000, 2);
      await assert.rejects(store.put(streamOf(bytes)), because(reason));
      assert.equal(server.seen.length - before, requests);
      assert.deepEqual(filesIn(path.join(root, 'content')), []);
      assert.equal(await keys.get(sha256(bytes)), undefined);
    });
  }

  test('reading takes up a broken line where it broke, and never serves a false byte', async () => {
    const bytes = patternOf(300_000, 3);
    const { hash } = await store.put(streamOf(bytes));
    server.trouble('cut-body', 'stall-body', 'error-500');
    assert.deepEqual(await bytesOf(await store.get(hash)), bytes);
    server.trouble('flip');
    await assert.rejects(async () => bytesOf(await store.get(hash)), because('damaged'));
  });

  test('a reader who takes his time is not mistaken for a silent server', async () => {
    const bytes = patternOf(2_000_000, 4);
    const { hash } = await store.put(streamOf(bytes));
    const requests = server.seen.length;
    const parts: Uint8Array[] = [];
    for await (const part of await store.get(hash)) {
      parts.push(part);
      if (parts.length % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.deepEqual(Buffer.concat(parts), bytes);
    assert.equal(server.seen.length, requests + 1);
  });

  test('a wrong key is refused at once', async () => {
    const stranger = await openStore({ secretAccessKey: 'falsch' });
    const before = server.seen.length;
    await assert.rejects(stranger.put(streamOf(patternOf(10))), because('storage-fault'));
    assert.equal(server.seen.length, before + 1);
  });

  test('lost objects are found by the scrubber, forgotten ones and remains are swept, page after page', async () => {
    const put = [];
    for (let i = 0; i < 6; i += 1) put.push(await store.put(streamOf(patternOf(500, 10 + i))));
    const [lost, forgotten, ...kept] = put.map(({ hash }) => hash);
    for (const name of server.objects.keys()) if (name.includes(lost!)) server.objects.delete(name);
    const prefix = kept[0]!;
    for (let i = 0; i < 5; i += 1)
      server.objects.set(`${prefix.slice(0, 2)}/${prefix.slice(2, 4)}/${prefix}.000000000000000${i}`, Buffer.from('x'));
    server.objects.set('fremd.txt', Buffer.from('not ours'));
    const bad = (await collect(store.scrub())).filter(({ ok }) => !ok);
    assert.deepEqual(bad, [{ hash: lost, ok: false, reason: 'damaged' }]);
    const swept = await store.sweepOrphans(async () => new Set([lost!, ...kept]), new Date('2021-01-01'));
    assert.deepEqual(swept, { drafts: 0, orphans: 1, remains: 5, uploads: 0 });
    assert.equal(await store.has(forgotten!), false);
    assert.equal(server.objects.size, kept.length + 1);
  });

  test('a large content passes through without being held in memory', async () => {
    const piece = Buffer.alloc(65_536, 1);
    async function* large() {
      for (let i = 0; i < 320; i += 1) yield piece;
    }
    const { hash, size } = await (await openStore({ timeoutMs: 2_000 })).put(large());
    assert.equal(size, 20_971_520);
    const part = await bytesOf(await store.get(hash, { from: size - 10 }));
    assert.deepEqual(part, piece.subarray(0, 10));
    assert.equal(fs.readdirSync(path.join(root, 'content', 'drafts')).length, 0);
  });
});
