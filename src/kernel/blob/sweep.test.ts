// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bytesOf, collect, filesIn, newBench, patternOf, streamOf } from './fixture.ts';
import { memoryBlobKeys } from './index.ts';

const longAgo = new Date('2020-01-01');
const since = new Date('2021-01-01');

test('contents that nothing refers to are removed, the others stay', async () => {
  const bench = await newBench(memoryBlobKeys(() => longAgo));
  const put = await Promise.all(Array.from({ length: 40 }, (_, i) => bench.store.put(streamOf(patternOf(100, i)))));
  const wanted = new Set(put.slice(0, 25).map(({ hash }) => hash));
  const asked: string[] = [];
  const isReferenced = async (hashes: readonly string[]) => {
    asked.push(...hashes);
    return wanted;
  };
  assert.deepEqual(await bench.store.sweepOrphans(isReferenced, since), { drafts: 0, orphans: 15, remains: 0, uploads: 0 });
  assert.deepEqual(asked.sort(), put.map(({ hash }) => hash).sort());
  assert.equal(filesIn(bench.dir).length, 25);
  assert.ok((await collect(bench.store.scrub())).every(({ ok, hash }) => ok && wanted.has(hash)));
});

test('a content put a moment ago stays although nothing refers to it yet', async () => {
  const bench = await newBench();
  await bench.store.put(streamOf(patternOf(100)));
  const swept = await bench.store.sweepOrphans(async () => new Set(), since);
  assert.deepEqual([swept.orphans, filesIn(bench.dir).length], [0, 1]);
});

test('unfinished files and sealed bytes without a key are removed once they are old', async () => {
  const bench = await newBench();
  const kept = await bench.store.put(streamOf(patternOf(100, 1)));
  const dead = await bench.store.put(streamOf(patternOf(100, 2)));
  await bench.keys.remove(dead.hash); // as if the process had died between the file and its key
  const draft = path.join(bench.dir, 'drafts', 'left-behind');
  fs.writeFileSync(draft, 'x');
  fs.writeFileSync(path.join(bench.dir, 'ballast'), 'not ours');
  const sweep = () => bench.store.sweepOrphans(async (hashes) => new Set(hashes), since);
  assert.deepEqual(await sweep(), { drafts: 0, orphans: 0, remains: 0, uploads: 0 });
  for (const file of filesIn(bench.dir)) fs.utimesSync(path.join(bench.dir, file), longAgo, longAgo);
  assert.deepEqual(await sweep(), { drafts: 1, orphans: 0, remains: 1, uploads: 0 });
  assert.equal(filesIn(bench.dir).length, 2);
  assert.equal((await bytesOf(await bench.store.get(kept.hash))).length, 100);
});
