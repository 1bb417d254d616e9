// SPDX-License-Identifier: EUPL-1.2
// D8: one byte flipped in each of 1,000 contents. The scrubber must find every one and accuse no other; no false byte may be served.
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BlobStore, openBlobStore } from '../../src/kernel/blob/blob-store.ts';
import { memoryBlobKeys } from '../../src/kernel/blob/memory-blob-keys.ts';
import { openVault } from '../../src/kernel/vault/index.ts';
import { finalFiles } from './blob-check.ts';
import { type FaultResult, inLanes } from './result.ts';
import { bytesOf, streamOf } from './blob-scenario.ts';

const healthyCount = 200;
const largest = 100_000;

interface Stock {
  readonly store: BlobStore;
  /** Content by hash. */
  readonly contents: Map<string, Buffer>;
  /** File by hash. */
  readonly files: Map<string, string>;
}

/** Flips one byte in each of 1,000 contents (300 in quick mode). */
export async function blobBitRot({ quick }: { quick: boolean }): Promise<FaultResult> {
  const rotten = quick ? 300 : 1_000;
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-d8-'));
  try {
    const stock = await fill(root, rotten + healthyCount);
    const victims = new Set([...stock.contents.keys()].slice(0, rotten));
    const lengthsBefore = lengths(stock);
    for (const hash of victims) flipOneByte(stock.files.get(hash)!);
    const found = await scrub(stock.store);
    const missed = [...victims].filter((hash) => !found.has(hash)).length;
    const accused = [...found].filter((hash) => !victims.has(hash)).length;
    const served = (await inLanes([...victims], 4, (hash) => servedFalsely(stock, hash))).filter(Boolean).length;
    const byLength = [...lengths(stock)].filter(([hash, length]) => lengthsBefore.get(hash) !== length).length;
    return {
      name: 'D8 Inhaltsspeicher: ein Byte kippt',
      passed: rotten - missed + (accused + served === 0 ? 1 : 0),
      failed: missed + accused + served,
      detail: `${rotten - missed} von ${rotten} gefunden, ${accused} zu Unrecht beschuldigt, ${served} falsch ausgeliefert`,
      mutant: { name: 'prüft nur die Länge', caught: byLength < rotten, detail: `findet ${byLength} von ${rotten}` },
    };
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

async function fill(root: string, count: number): Promise<Stock> {
  const dir = path.join(root, 'content');
  const store = await openBlobStore({ dir, vault: await openVault(path.join(root, 'keys')), keys: memoryBlobKeys() });
  const contents = new Map<string, Buffer>();
  const seeds = Array.from({ length: count }, (_, seed) => seed);
  await inLanes(seeds, 8, async (seed) => {
    const bytes = bytesOf(randomInt(1, largest), seed);
    contents.set((await store.put(streamOf(bytes))).hash, bytes);
  });
  return { store, contents, files: new Map(finalFiles(dir).map((file) => [path.basename(file).slice(0, 64), file])) };
}

function lengths({ files }: Stock): Map<string, number> {
  return new Map([...files].map(([hash, file]) => [hash, fs.statSync(file).size]));
}

function flipOneByte(file: string): void {
  const bytes = fs.readFileSync(file);
  bytes[randomInt(bytes.length)]! ^= 1 << randomInt(8);
  fs.writeFileSync(file, bytes);
}

async function scrub(store: BlobStore): Promise<Set<string>> {
  const bad = new Set<string>();
  for await (const { hash, ok } of store.scrub()) if (!ok) bad.add(hash);
  return bad;
}

/** True when the reader got a false byte, or a damaged content ended as if it were whole. */
async function servedFalsely({ store, contents }: Stock, hash: string): Promise<boolean> {
  const truth = contents.get(hash)!;
  let at = 0;
  try {
    for await (const bytes of await store.get(hash)) {
      if (!truth.subarray(at, at + bytes.byteLength).equals(bytes)) return true;
      at += bytes.byteLength;
    }
    return true;
  } catch {
    return false;
  }
}
