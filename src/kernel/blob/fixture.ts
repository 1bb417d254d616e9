// SPDX-License-Identifier: EUPL-1.2
// What the tests of the store share.
import { createHash } from 'node:crypto';
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

/** A folder that goes away with the test file. */
export function newFolder(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-blob-'));
  after(() => fs.rmSync(root, { recursive: true, force: true }));
  return root;
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

/** Collects a stream. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(stream));
}

/** SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Deterministic bytes that do not repeat frame by frame. */
export function patternOf(size: number, seed = 0): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 4) bytes.writeUIntLE((at * 2_654_435_761 + seed * 40_503 + 1) % 2 ** 32, at, Math.min(4, size - at) || 1);
  return bytes;
}

/** All files of a folder, relative names, sorted. */
export function filesIn(dir: string): string[] {
  const found = fs.readdirSync(dir, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .sort();
}
