// SPDX-License-Identifier: EUPL-1.2
import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { readRange, removeQuietly, writeAll } from './durable-file.ts';
import { cut, frameCount, frameKey, openFrames, sealedLength, sealFrames } from './frame.ts';
import { StorageError, storing } from './storage-error.ts';

/** Where content comes from; anything that streams bytes, a web `ReadableStream` included. */
export type BlobSource = AsyncIterable<Uint8Array>;

/** What a caller may ask of a put. */
export interface PutOptions {
  /** Largest size accepted, in bytes. */
  readonly limit?: number | undefined;
  /** Told the number of bytes received so far. */
  readonly onProgress?: ((received: number) => void) | undefined;
}

/** Sealed content in a file that has no final name yet: durable, read back and found equal. */
export interface Draft {
  readonly file: string;
  readonly hash: string;
  readonly size: number;
  readonly sha512: string;
  readonly sealedHash: string;
}

/** Receives, seals and writes content to a new file in `dir`. Constant memory; whatever goes wrong, the file is removed. */
export async function writeDraft(source: BlobSource, options: PutOptions & { dir: string; dataKey: Uint8Array }): Promise<Draft> {
  const file = path.join(options.dir, randomUUID());
  const handle = await storing(() => open(file, 'wx+', 0o600));
  try {
    const draft = await fill(handle, source, options);
    await storing(() => handle.close());
    return { file, ...draft };
  } catch (fault) {
    await handle.close().catch(() => {});
    await removeQuietly(file);
    throw fault;
  }
}

async function fill(
  handle: FileHandle,
  source: BlobSource,
  options: PutOptions & { dataKey: Uint8Array },
): Promise<Omit<Draft, 'file'>> {
  const key = frameKey(options.dataKey);
  const meter = createMeter(options);
  const sealedHash = await writeBatches(handle, sealFrames(meter.pass(source), key));
  await storing(() => handle.sync());
  const { hash, size, sha512 } = meter.result();
  await readBack(handle, { key, hash, size });
  return { hash, size, sha512, sealedHash };
}

/** Against writes that were acknowledged but not done: what lies in the file must open and be what came in. */
async function readBack(handle: FileHandle, { key, hash, size }: { key: KeyObject; hash: string; size: number }): Promise<void> {
  const count = frameCount(size);
  try {
    const clear = openFrames(readRange(handle, 0, sealedLength(size)), { key, first: 0, end: count, count });
    if ((await hashOf(clear)) !== hash) throw new StorageError('damaged');
  } catch (cause) {
    throw new StorageError('storage-fault', { cause });
  }
}

const batchBytes = 262_144;
const syncBytes = 33_554_432;

/** Writes in large batches and returns the SHA-256 of what was written. */
async function writeBatches(handle: FileHandle, sealed: AsyncIterable<Uint8Array>): Promise<string> {
  const sum = createHash('sha256');
  let written = 0;
  let syncing: Promise<void> = Promise.resolve();
  for await (const { bytes } of cut(sealed, batchBytes)) {
    sum.update(bytes);
    await storing(() => writeAll(handle, bytes, written));
    written += bytes.byteLength;
    if (written % syncBytes > 0) continue;
    await syncing;
    syncing = storing(() => handle.datasync()); // the disk works while we seal: a large file does not end in one long fsync
    syncing.catch(() => {}); // awaited above or below
  }
  await syncing;
  return sum.digest('hex');
}

function createMeter({ limit = Number.MAX_SAFE_INTEGER, onProgress }: PutOptions) {
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  let size = 0;
  return {
    async *pass(source: BlobSource): AsyncGenerator<Uint8Array> {
      for await (const bytes of source) {
        size += bytes.byteLength;
        if (size > limit) throw new StorageError('too-large', { details: { limit } });
        sha256.update(bytes);
        sha512.update(bytes);
        yield bytes;
        onProgress?.(size);
      }
    },
    result: () => ({ hash: sha256.digest('hex'), sha512: sha512.digest('hex'), size }),
  };
}

/** SHA-256 of a stream, hex. */
export async function hashOf(source: BlobSource): Promise<string> {
  const sum = createHash('sha256');
  for await (const bytes of source) sum.update(bytes);
  return sum.digest('hex');
}
