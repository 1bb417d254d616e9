// SPDX-License-Identifier: EUPL-1.2
// How fast the content store is, beside the least that durability costs on the same disk: write, fsync, rename, fsync of the folder.
// Run by itself (`node bench/faults/blob-speed.ts`), because it reads the memory of its process.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { open, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BlobStore, openBlobStore } from '../../src/kernel/blob/blob-store.ts';
import { memoryBlobKeys } from '../../src/kernel/blob/memory-blob-keys.ts';
import { openVault } from '../../src/kernel/vault/index.ts';
import { inLanes } from './result.ts';
import { sha256, streamOf } from './blob-scenario.ts';

/** Figures of one run. */
export interface BlobSpeed {
  /** Puts of 64 KiB per second: the store, and the bare minimum beside it. */
  readonly putsPerSecond: { readonly clients: number; readonly store: number; readonly bare: number }[];
  readonly large: {
    readonly bytes: number;
    readonly putSeconds: number;
    readonly getSeconds: number;
    readonly rssGrowthMiB: number;
  };
}

const smallBytes = 65_536;
const mebibyte = 1_048_576;

/** Measures small puts alone and with eight clients, and one large content. */
export async function blobSpeed({ puts, largeBytes }: { puts: number; largeBytes: number }): Promise<BlobSpeed> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-speed-'));
  try {
    const store = await openBlobStore({
      dir: path.join(root, 'content'),
      vault: await openVault(path.join(root, 'keys')),
      keys: memoryBlobKeys(),
    });
    const large = await measureLarge(store, largeBytes);
    const putsPerSecond = [];
    for (const clients of [1, 8]) {
      const bare = await rate(puts, clients, (bytes) => putBare(root, bytes));
      putsPerSecond.push({ clients, bare, store: await rate(puts, clients, (bytes) => store.put(streamOf(bytes))) });
    }
    return { putsPerSecond, large };
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

async function rate(puts: number, clients: number, put: (bytes: Buffer) => Promise<unknown>): Promise<number> {
  const base = randomBytes(smallBytes);
  const numbers = Array.from({ length: puts }, (_, number) => number);
  const start = performance.now();
  await inLanes(numbers, clients, (number) => {
    const bytes = Buffer.from(base);
    bytes.writeUInt32LE(number);
    return put(bytes);
  });
  return Math.round((puts / (performance.now() - start)) * 1_000);
}

async function putBare(root: string, bytes: Buffer): Promise<void> {
  const name = path.join(root, sha256(bytes));
  const file = await open(`${name}.draft`, 'wx');
  await file.write(bytes, 0, bytes.length, 0);
  await file.sync();
  await file.close();
  await rename(`${name}.draft`, name);
  const folder = await open(root, 'r');
  await folder.sync();
  await folder.close();
}

async function measureLarge(store: BlobStore, bytes: number): Promise<BlobSpeed['large']> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  const { hash } = await store.put(largeStream(bytes));
  const put = performance.now();
  for await (const _ of await store.get(hash));
  const read = performance.now();
  clearInterval(watch);
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  return {
    bytes,
    putSeconds: seconds(put - start),
    getSeconds: seconds(read - put),
    rssGrowthMiB: Math.round((peak - before) / mebibyte),
  };
}

async function* largeStream(bytes: number): AsyncGenerator<Uint8Array> {
  const piece = randomBytes(smallBytes);
  for (let at = 0; at < bytes; at += smallBytes) {
    piece.writeUInt32LE(at / smallBytes);
    yield piece.subarray(0, Math.min(smallBytes, bytes - at));
  }
}

if (import.meta.main) console.log(JSON.stringify(await blobSpeed({ puts: 2_000, largeBytes: 2_048 * mebibyte }), null, 2));
