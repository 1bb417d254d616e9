// SPDX-License-Identifier: EUPL-1.2
// What the tests of the store share.
import { createCipheriv, createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { openVault, type Vault } from '../vault/index.ts';
import type { BlobKeyTable } from './blob-key.ts';
import { type BlobStore, openBlobStore } from './blob-store.ts';
import { memoryBlobKeys } from './memory-blob-keys.ts';

/** A store in a folder of its own, and everything around it. */
export interface Bench {
  readonly store: BlobStore;
  readonly dir: string;
  readonly vault: Vault;
  readonly keys: BlobKeyTable;
}

/** Opens a fresh store that goes away with the test file. */
export async function newBench(keys: BlobKeyTable = memoryBlobKeys()): Promise<Bench> {
  const root = newFolder();
  const vault = await openVault(path.join(root, 'keys'));
  const dir = path.join(root, 'content');
  return { store: await openBlobStore({ dir, vault, keys }), dir, vault, keys };
}

const folders: string[] = [];
after(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes away with the test file. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-blob-'));
  folders.push(folder);
  return folder;
}

/** A stream of bytes in pieces of a given length. */
export async function* streamOf(bytes: Uint8Array, pieceLength = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

/** A stream that breaks off after some bytes. */
export async function* brokenAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* streamOf(bytes);
  throw new Error('connection lost');
}

/** Everything that comes out of an iterable. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

/** Bytes of a stream in one piece. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await collect(stream));
}

/** SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes that look random and are the same for the same seed. */
export function patternOf(size: number, seed = 0): Buffer {
  const key = Buffer.alloc(16);
  key.writeUInt32LE(seed);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

/** All files of a folder, relative names, sorted. */
export function filesIn(dir: string): string[] {
  const found = fs.readdirSync(dir, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
}
