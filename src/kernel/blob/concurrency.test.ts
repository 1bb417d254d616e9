// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { type Bench, bytesOf, filesIn, newBench, patternOf, sha256, streamOf } from './fixture.ts';
import { type BlobKeyTable, memoryBlobKeys, openBlobStore } from './index.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));

/** Two processes over one folder and one key table; each access to the table takes its time. */
async function twoProcesses(keys: BlobKeyTable): Promise<Bench & { other: Bench['store'] }> {
  const slow: BlobKeyTable = {
    ...keys,
    put: (hash, key) => pause().then(() => keys.put(hash, key)),
    remove: (hash, since) => pause().then(() => keys.remove(hash, since)),
  };
  const bench = await newBench(slow);
  return { ...bench, other: await openBlobStore(bench) };
}

describe('many at once', () => {
  test('sixteen puts of one content, in two processes, leave one readable copy', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { store, other, dir } = await twoProcesses(memoryBlobKeys());
      const bytes = patternOf(100_000, round);
      const results = await Promise.all(Array.from({ length: 16 }, (_, i) => (i % 2 ? store : other).put(streamOf(bytes))));
      assert.deepEqual(new Set(results.map(({ hash }) => hash)), new Set([sha256(bytes)]));
      assert.equal(results.filter(({ known }) => !known).length, 1);
      assert.equal(filesIn(dir).length, 1);
      assert.deepEqual(await bytesOf(await other.get(sha256(bytes))), bytes);
    }
  });

  test('a damaged copy is repaired by sixteen puts at once', async () => {
    const { store, other, dir } = await twoProcesses(memoryBlobKeys());
    const bytes = patternOf(100_000, 9);
    await store.put(streamOf(bytes));
    const file = path.join(dir, filesIn(dir)[0]!);
    fs.truncateSync(file, 1_000);
    await Promise.all(Array.from({ length: 16 }, (_, i) => (i % 2 ? store : other).put(streamOf(bytes))));
    assert.deepEqual([filesIn(dir).length, await bytesOf(await store.get(sha256(bytes)))], [1, bytes]);
  });
});

/** Rounds in which an old, forgotten content arrives anew while it is being swept: how many acknowledged puts were lost? */
async function lostInRace(tableOf: (now: () => Date) => BlobKeyTable, rounds: number): Promise<number> {
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    let now = new Date('2020-01-01');
    const bench = await twoProcesses(tableOf(() => now));
    const bytes = patternOf(3_000, round);
    const { hash } = await bench.store.put(streamOf(bytes));
    for (const file of filesIn(bench.dir)) fs.utimesSync(path.join(bench.dir, file), now, now);
    now = new Date();
    const sweep = bench.store.sweepOrphans(async () => new Set(), new Date('2021-01-01'));
    await Promise.all([bench.store.put(streamOf(bytes)), bench.other.put(streamOf(bytes)), sweep]);
    const read = await bench.store
      .get(hash)
      .then(bytesOf)
      .catch(() => Buffer.alloc(0));
    if (!read.equals(bytes)) lost += 1;
  }
  return lost;
}

/** Mutant: forgets to mark known content as put again. */
function forgetfulKeys(now: () => Date): BlobKeyTable {
  const keys = memoryBlobKeys(now);
  return { ...keys, put: async (hash, key) => (await keys.get(hash)) ?? keys.put(hash, key) };
}

describe('a content that arrives while it is being swept', () => {
  test('is never lost', async () => {
    assert.equal(await lostInRace(memoryBlobKeys, 40), 0);
  });

  test('would be lost if the key table did not mark it as put again (the test has teeth)', async () => {
    assert.notEqual(await lostInRace(forgetfulKeys, 40), 0);
  });
});

test('a content that arrives while it is being destroyed is either destroyed or readable, never half', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { store, other, keys } = await twoProcesses(memoryBlobKeys());
    const bytes = patternOf(3_000, round);
    const { hash } = await store.put(streamOf(bytes));
    await Promise.all([other.put(streamOf(bytes)), pause().then(() => store.shred(hash)), store.put(streamOf(bytes))]);
    if (!(await keys.get(hash))) continue;
    assert.deepEqual(await bytesOf(await store.get(hash)), bytes);
  }
});
