// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { objectOf } from './content.ts';
import { type Bench, brokenAfter, bytesOf, collect, filesIn, newBench, patternOf, sha256, streamOf } from './fixture.ts';
import { frameBytes } from './frame.ts';
import { type BlobKey, openBlobStore, refusalOf, StorageError, type StorageReason } from './index.ts';

const because = (reason: StorageReason) => (error: unknown) => error instanceof StorageError && error.reason === reason;
const readAll = async (bench: Bench, hash: string) => bytesOf(await bench.store.get(hash));
const fileOf = async ({ dir, keys }: Bench, hash: string) => path.join(dir, objectOf(hash, (await keys.get(hash))!).name);

describe('content store', () => {
  let bench: Bench;
  before(async () => {
    bench = await newBench();
  });

  test('what is put comes back the same, at every size around the frame borders', async () => {
    for (const size of [0, 1, 1_000, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 1_000_003]) {
      const bytes = patternOf(size, size);
      const put = await bench.store.put(streamOf(bytes, 7_777));
      assert.equal(put.hash, sha256(bytes));
      assert.equal(put.sha512, createHash('sha512').update(bytes).digest('hex'));
      assert.equal(put.known, false);
      assert.deepEqual(await readAll(bench, put.hash), bytes);
      assert.equal(await bench.store.has(put.hash), true);
      const { size: known, sealedHash } = (await bench.store.stat(put.hash))!;
      assert.deepEqual([known, sealedHash], [size, sha256(fs.readFileSync(await fileOf(bench, put.hash)))]);
    }
  });

  test('any part of a content equals the same part of the original', async () => {
    const bytes = patternOf(3 * frameBytes + 123, 1);
    const { hash } = await bench.store.put(streamOf(bytes));
    const edge = fc.oneof(
      fc.nat(bytes.length + 10),
      fc.constantFrom(0, frameBytes - 1, frameBytes, frameBytes + 1, 3 * frameBytes, bytes.length),
    );
    await fc.assert(
      fc.asyncProperty(fc.option(edge, { nil: undefined }), fc.option(edge, { nil: undefined }), async (from, to) => {
        const part = await bytesOf(await bench.store.get(hash, { from, to }));
        assert.deepEqual(part, bytes.subarray(from ?? 0, Math.max(from ?? 0, to ?? bytes.length)));
      }),
      { numRuns: 200 },
    );
  });

  test('putting the same content again keeps one copy and says that it was known', async () => {
    const bytes = patternOf(5_000, 2);
    const first = await bench.store.put(streamOf(bytes));
    const before = filesIn(bench.dir);
    const second = await bench.store.put(streamOf(bytes, 11));
    assert.deepEqual({ ...second, known: false }, first);
    assert.equal(second.known, true);
    assert.deepEqual(filesIn(bench.dir), before);
  });

  test('a content larger than allowed is refused, a broken transfer leaves nothing, progress is told', async () => {
    const before = filesIn(bench.dir);
    const bytes = patternOf(500_000, 3);
    const seen: number[] = [];
    await assert.rejects(
      bench.store.put(streamOf(bytes), { limit: 499_999, onProgress: (n) => seen.push(n) }),
      because('too-large'),
    );
    await assert.rejects(bench.store.put(brokenAfter(bytes)), /connection lost/);
    assert.deepEqual(filesIn(bench.dir), before);
    assert.deepEqual(seen.slice(0, 3), [10_000, 20_000, 30_000]);
    assert.equal((await bench.store.put(streamOf(bytes), { limit: 500_000 })).size, 500_000);
  });

  test('nothing readable lies on the disk, and nobody else may look', async () => {
    const bytes = Buffer.from('Kanarienvogel der Frau Muster '.repeat(5_000));
    await bench.store.put(streamOf(bytes));
    for (const file of filesIn(bench.dir)) {
      assert.equal(fs.readFileSync(path.join(bench.dir, file)).includes('Kanarienvogel'), false);
      assert.equal(fs.statSync(path.join(bench.dir, file)).mode & 0o077, 0, file);
    }
    for (const folder of fs.readdirSync(bench.dir))
      assert.equal(fs.statSync(path.join(bench.dir, folder)).mode & 0o077, 0, folder);
  });

  test('unknown content is not found', async () => {
    const unknown = sha256(Buffer.from('nie abgelegt'));
    await assert.rejects(bench.store.get(unknown), because('not-found'));
    assert.equal(await bench.store.has(unknown), false);
    assert.equal(await bench.store.stat(unknown), undefined);
    assert.equal(await bench.store.shred(unknown), false);
  });

  test('a reader who leaves early closes the file', async () => {
    const { hash } = await bench.store.put(streamOf(patternOf(10 * frameBytes, 4)));
    const open = () => fs.readdirSync('/proc/self/fd').length;
    const before = open();
    for (let i = 0; i < 20; i += 1) {
      const reader = (await bench.store.get(hash)).getReader();
      await reader.read();
      await reader.cancel();
    }
    assert.ok(open() <= before + 2, `${open() - before} files left open`);
  });
});

describe('destroyed content', () => {
  test('is gone for every reader, even for one who kept a copy of the sealed bytes', async () => {
    const bench = await newBench();
    const bytes = patternOf(200_000, 5);
    const { hash } = await bench.store.put(streamOf(bytes));
    const file = await fileOf(bench, hash);
    const copy = fs.readFileSync(file);
    assert.equal(await bench.store.shred(hash), true);
    assert.equal(fs.existsSync(file), false);
    await assert.rejects(bench.store.get(hash), because('not-found'));
    fs.writeFileSync(file, copy);
    await assert.rejects(bench.store.get(hash), because('not-found'));
    const again = await bench.store.put(streamOf(bytes)); // a lawful new arrival of the same bytes gets a new key
    assert.notEqual(again.sealedHash, sha256(copy));
    assert.deepEqual(await readAll(bench, hash), bytes);
  });

  test('is spared when somebody put the same content in the meantime', async () => {
    const { store } = await newBench();
    const { hash } = await store.put(streamOf(patternOf(10, 6)));
    assert.equal(await store.shred(hash, new Date(Date.now() - 60_000)), false);
    assert.equal(await store.has(hash), true);
    assert.equal(await store.shred(hash, new Date(Date.now() + 60_000)), true);
  });
});

describe('damaged content', () => {
  const damages: Record<string, (file: string) => void> = {
    'one bit flipped at the front': (file) => flip(file, 10),
    'one bit flipped at the end': (file) => flip(file, fs.statSync(file).size - 1),
    'cut off in the middle of a frame': (file) => fs.truncateSync(file, 70_000),
    'cut off at a frame border': (file) => fs.truncateSync(file, frameBytes + 16),
    emptied: (file) => fs.truncateSync(file, 0),
    'something appended': (file) => fs.appendFileSync(file, 'x'),
    'replaced by another content': (file) => fs.writeFileSync(file, Buffer.alloc(fs.statSync(file).size, 1)),
    'file lost': (file) => fs.unlinkSync(file),
  };

  for (const [name, damage] of Object.entries(damages)) {
    test(`${name}: found by the scrubber, not served as whole, healed by putting it again`, async () => {
      const bench = await newBench();
      const bytes = patternOf(3 * frameBytes, 7);
      const healthy = await bench.store.put(streamOf(patternOf(100, 8)));
      const { hash, sealedHash } = await bench.store.put(streamOf(bytes));
      damage(await fileOf(bench, hash));
      const found = await collect(bench.store.scrub());
      assert.deepEqual(
        new Map(found.map((one) => [one.hash, one.ok])),
        new Map([
          [healthy.hash, true],
          [hash, false],
        ]),
      );
      assert.equal(found.find((one) => !one.ok)?.reason, 'damaged');
      await assert.rejects(readAll(bench, hash), because('damaged'));
      const again = await bench.store.put(streamOf(bytes));
      assert.equal(again.sealedHash, sealedHash, 'repaired under the key in force');
      assert.deepEqual(await readAll(bench, hash), bytes);
    });
  }

  test('no false byte leaves the store before the damage is found', async () => {
    const bench = await newBench();
    const bytes = patternOf(4 * frameBytes, 9);
    const { hash } = await bench.store.put(streamOf(bytes));
    flip(await fileOf(bench, hash), 3 * (frameBytes + 16) + 5);
    const served: Uint8Array[] = [];
    await assert.rejects(async () => {
      for await (const piece of await bench.store.get(hash)) served.push(piece);
    }, because('damaged'));
    const got = Buffer.concat(served);
    assert.deepEqual(got, bytes.subarray(0, got.length));
    assert.ok(got.length <= 3 * frameBytes);
  });

  test('a changed row of the key table is found as well', async () => {
    const forgeries: ((key: BlobKey, other: BlobKey) => BlobKey)[] = [
      (key) => ({ ...key, size: key.size - 1 }),
      (key) => ({ ...key, sha512: 'f'.repeat(128) }),
      (_, other) => other,
      (key) => ({ ...key, wrapped: Buffer.alloc(60) }),
    ];
    for (const forge of forgeries) {
      const bench = await newBench();
      const [one, other] = [
        await bench.store.put(streamOf(patternOf(1_000, 10))),
        await bench.store.put(streamOf(patternOf(1_000, 11))),
      ];
      const forged = forge((await bench.keys.get(one.hash))!, (await bench.keys.get(other.hash))!);
      await bench.keys.remove(one.hash);
      await bench.keys.put(one.hash, forged);
      await assert.rejects(readAll(bench, one.hash));
      const bad = (await collect(bench.store.scrub())).filter(({ ok }) => !ok);
      assert.deepEqual(
        bad.map(({ hash }) => hash),
        [one.hash],
      );
    }
  });

  test('the scrubber carries on where it stopped', async () => {
    const { store } = await newBench();
    const put = await Promise.all(Array.from({ length: 250 }, (_, i) => store.put(streamOf(patternOf(50, 100 + i)))));
    const all = put.map(({ hash }) => hash).sort();
    const seen: string[] = [];
    for await (const { hash } of store.scrub()) {
      seen.push(hash);
      if (seen.length === 120) break;
    }
    for await (const { hash } of store.scrub(seen.at(-1))) seen.push(hash);
    assert.deepEqual(seen, all);
  });
});

describe('a disk that is full or failing', () => {
  test('while the guard says read-only nothing is taken in, but everything can be read', async () => {
    const { dir, vault, keys, store } = await newBench();
    const { hash } = await store.put(streamOf(patternOf(10, 12)));
    const guarded = await openBlobStore({ dir, vault, keys, readOnly: () => true });
    await assert.rejects(guarded.put(streamOf(patternOf(10, 13))), because('storage-full'));
    await assert.rejects(guarded.openUpload('aaaaaaaaaaaaaaaa'), because('storage-full'));
    assert.equal((await bytesOf(await guarded.get(hash))).length, 10);
  });

  test('is told to people with a status and a text key of their own', () => {
    const told = (reason: StorageReason) => refusalOf(new StorageError(reason));
    assert.deepEqual([told('storage-full')?.kind, told('storage-full')?.reason], ['storage-full', 'blob.storage-full']);
    assert.equal(told('storage-fault')?.kind, 'unavailable');
    assert.equal(told('damaged'), undefined, 'damage is a fault, not an answer');
    assert.equal(refusalOf(new Error('other')), undefined);
  });
});

function flip(file: string, at: number): void {
  const handle = fs.openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  fs.readSync(handle, byte, 0, 1, at);
  byte[0]! ^= 1;
  fs.writeSync(handle, byte, 0, 1, at);
  fs.closeSync(handle);
}
