// SPDX-License-Identifier: EUPL-1.2
import type { Vault } from '../vault/index.ts';
import { type BlobKey, readingKey } from './blob-key.ts';
import { hashOf } from './draft.ts';
import { frameBytes, frameCount, openFrames, sealedFrameBytes, sealedLength } from './frame.ts';
import { objectName, type SealedObject, type SealedObjects } from './sealed-objects.ts';
import { StorageError } from './storage-error.ts';

/** Part of a blob: from `from` (included) to `to` (excluded), in bytes; left out means from the start, to the end. */
export interface Range {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Where sealed bytes lie and what opens them. */
export interface Opener {
  readonly objects: SealedObjects;
  readonly vault: Vault;
}

/** The object that a key belongs to. */
export function objectOf(hash: string, key: Pick<BlobKey, 'size' | 'sealedHash'>): SealedObject {
  return { name: objectName(hash, key), length: sealedLength(key.size), sealedHash: key.sealedHash };
}

/** Clear bytes of a blob or of a part of it. Every byte is authenticated before it is handed out. */
export async function* contentOf(
  { objects, vault }: Opener,
  hash: string,
  { key, from = 0, to = key.size }: Range & { key: BlobKey },
): AsyncGenerator<Uint8Array> {
  const count = frameCount(key.size);
  const start = Math.min(Math.max(0, from), key.size);
  const stop = Math.min(Math.max(start, to), key.size);
  const first = Math.min(Math.floor(start / frameBytes), count - 1);
  const end = Math.max(first + 1, Math.ceil(stop / frameBytes));
  const object = objectOf(hash, key);
  const sealed = objects.read(object, first * sealedFrameBytes, Math.min(end * sealedFrameBytes, object.length));
  let at = first * frameBytes;
  for await (const clear of openFrames(sealed, { key: readingKey(vault, hash, key), first, end, count })) {
    const part = clear.subarray(Math.max(0, start - at), Math.max(0, stop - at));
    at += clear.byteLength;
    if (part.byteLength > 0) yield part;
  }
}

/** Reads a blob to its end: undefined when it is as it was put, else the error that says what is wrong. */
export async function faultIn(opener: Opener, hash: string, key: BlobKey): Promise<StorageError | undefined> {
  try {
    const found = await hashOf(contentOf(opener, hash, { key }));
    return found === hash ? undefined : new StorageError('damaged');
  } catch (cause) {
    return cause instanceof StorageError ? cause : new StorageError('damaged', { cause }); // the row itself was changed
  }
}
