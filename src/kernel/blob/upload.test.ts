// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { brokenAfter, bytesOf, filesIn, newBench, patternOf, sha256, streamOf } from './fixture.ts';
import { openBlobStore, StorageError, type StorageReason } from './index.ts';

const id = 'upload-0123456789';
const because = (reason: StorageReason) => (error: unknown) => error instanceof StorageError && error.reason === reason;

describe('an upload in parts', () => {
  test('arrives as the whole, however it was divided', async () => {
    const { store } = await newBench();
    let no = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 150_000 }), { maxLength: 5 }), async (parts) => {
        const bytes = patternOf(
          parts.reduce((sum, part) => sum + part, 0),
          no,
        );
        const name = `${id}-${no++}`;
        let { offset } = await store.openUpload(name);
        for (const part of parts)
          offset = (await store.append(name, offset, streamOf(bytes.subarray(offset, offset + part)))).offset;
        const { hash, size } = await store.complete(name);
        assert.deepEqual([hash, size], [sha256(bytes), bytes.length]);
        assert.deepEqual(await bytesOf(await store.get(hash)), bytes);
      }),
      { numRuns: 25 },
    );
  });

  test('goes on where the connection broke, also after a restart', async () => {
    const bench = await newBench();
    const bytes = patternOf(1_000_000, 1);
    await bench.store.openUpload(id);
    await assert.rejects(bench.store.append(id, 0, brokenAfter(bytes.subarray(0, 700_000))), /connection lost/);
    const { offset } = await bench.store.openUpload(id);
    assert.ok(offset >= 700_000 - 65_536 && offset <= 700_000, `${offset} kept`);
    const restarted = await openBlobStore(bench);
    assert.deepEqual(await restarted.openUpload(id), { offset });
    await restarted.append(id, offset, streamOf(bytes.subarray(offset)));
    assert.equal((await restarted.complete(id)).hash, sha256(bytes));
  });

  test('a torn tail after a crash is cut off, nothing of it comes back', async () => {
    for (const tear of [(size: number) => size - 1, (size: number) => size - 30_000, (size: number) => size + 5_000]) {
      const bench = await newBench();
      const bytes = patternOf(200_000, 2);
      await bench.store.openUpload(id);
      const { offset: whole } = await bench.store.append(id, 0, streamOf(bytes.subarray(0, 131_072)));
      await bench.store.append(id, whole, streamOf(bytes.subarray(131_072, 190_000)));
      const file = path.join(bench.dir, 'uploads', `${id}.part`);
      fs.truncateSync(file, tear(fs.statSync(file).size));
      const store = await openBlobStore(bench);
      const { offset } = await store.openUpload(id);
      assert.ok([131_072, 190_000].includes(offset), `stands at ${offset}`);
      await store.append(id, offset, streamOf(bytes.subarray(offset)));
      assert.equal((await store.complete(id)).hash, sha256(bytes));
    }
  });

  test('a crash while it is begun leaves nothing in the way; a file of ours that is unreadable is never begun anew', async () => {
    const bench = await newBench();
    const part = path.join(bench.dir, 'uploads', `${id}.part`);
    fs.writeFileSync(`${part}.draft`, '{"keyId":"upl', { mode: 0o600 });
    assert.deepEqual(await bench.store.openUpload(id), { offset: 0 });
    await bench.store.append(id, 0, streamOf(patternOf(100)));
    const bytes = fs.readFileSync(part);
    fs.writeFileSync(part, bytes.fill(0, 0, 3));
    await assert.rejects((await openBlobStore(bench)).openUpload(id), because('damaged'));
    assert.equal(fs.statSync(part).size, bytes.length);
  });

  test('a part at the wrong place is refused and told where to go on', async () => {
    const { store } = await newBench();
    await store.openUpload(id);
    await store.append(id, 0, streamOf(patternOf(100)));
    for (const wrong of [0, 99, 101]) {
      const refused = store.append(id, wrong, streamOf(patternOf(5)));
      await assert.rejects(
        refused,
        (error: StorageError) => error.reason === 'offset-mismatch' && error.details['offset'] === 100,
      );
    }
  });

  test('completing may be repeated after a lost answer', async () => {
    const { store, dir } = await newBench();
    await store.openUpload(id);
    await store.append(id, 0, streamOf(patternOf(70_000)));
    const first = await store.complete(id);
    assert.deepEqual(await store.complete(id), first);
    assert.deepEqual(await store.openUpload(id), { offset: 70_000, result: first });
    assert.equal(filesIn(dir).filter((file) => file.endsWith('.part')).length, 0);
  });

  test('a changed byte in the parts is found when completing, and the rest can be sent again', async () => {
    const { store, dir } = await newBench();
    await store.openUpload(id);
    await store.append(id, 0, streamOf(patternOf(200_000)));
    const file = path.join(dir, 'uploads', `${id}.part`);
    const bytes = fs.readFileSync(file);
    bytes[100_000]! ^= 1;
    fs.writeFileSync(file, bytes);
    await assert.rejects(store.complete(id), because('damaged'));
    const { offset } = await store.openUpload(id);
    assert.equal(offset, 65_536, 'what comes before is kept');
    await store.append(id, offset, streamOf(patternOf(200_000).subarray(offset)));
    assert.equal((await store.complete(id)).hash, sha256(patternOf(200_000)));
  });

  test('two at once on one upload: one is told to wait', async () => {
    const { store } = await newBench();
    await store.openUpload(id);
    const both = await Promise.allSettled([
      store.append(id, 0, streamOf(patternOf(10))),
      store.append(id, 0, streamOf(patternOf(10))),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  test('unknown, malformed, too large', async () => {
    const { store } = await newBench();
    await assert.rejects(store.append(id, 0, streamOf(patternOf(1))), because('upload-unknown'));
    await assert.rejects(store.complete(id), because('upload-unknown'));
    for (const bad of ['', 'short', '../../../../etc/passwd', `${'a'.repeat(65)}`])
      await assert.rejects(store.openUpload(bad), because('upload-unknown'));
    await store.openUpload(id);
    await store.append(id, 0, streamOf(patternOf(900)), { limit: 1_000 });
    await assert.rejects(store.append(id, 900, streamOf(patternOf(101)), { limit: 1_000 }), because('too-large'));
    assert.deepEqual(await store.openUpload(id), { offset: 900 });
  });

  test('lies unreadable on the disk and goes away when nobody comes back', async () => {
    const { store, dir } = await newBench();
    await store.openUpload(id);
    await store.append(id, 0, streamOf(Buffer.from('Kanarienvogel '.repeat(9_000))));
    const file = path.join(dir, 'uploads', `${id}.part`);
    assert.equal(fs.readFileSync(file).includes('Kanarienvogel'), false);
    assert.equal(fs.statSync(file).mode & 0o077, 0);
    assert.equal(await store.sweepUploads(new Date('2020-01-01')), 0);
    assert.equal(await store.sweepUploads(new Date(Date.now() + 1_000)), 1);
    await assert.rejects(store.append(id, 126_000, streamOf(patternOf(1))), because('upload-unknown'));
  });
});
