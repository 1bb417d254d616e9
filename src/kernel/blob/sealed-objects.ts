// SPDX-License-Identifier: EUPL-1.2
import type { BlobKey } from './blob-key.ts';

/** A sealed object: its name and what it must look like. */
export interface SealedObject {
  readonly name: string;
  /** Length in bytes. */
  readonly length: number;
  /** SHA-256, hex. */
  readonly sealedHash: string;
}

/** Where sealed bytes lie: a folder or an object store. It knows no keys. */
export interface SealedObjects {
  /** Takes over a finished, fsynced file. Durable under its name when it returns; the file is gone then. */
  keep(file: string, object: SealedObject): Promise<void>;
  /** Bytes from `from` to `to` (excluded). Throws `damaged` before the first byte when the object is missing or has another length. */
  read(object: SealedObject, from: number, to: number): AsyncIterable<Uint8Array>;
  /** Length of an object, or undefined when it is not there. */
  length(name: string): Promise<number | undefined>;
  drop(name: string): Promise<void>;
  /** All objects whose hash begins with these two hex digits. */
  names(prefix: string): AsyncIterable<{ readonly name: string; readonly changedAt: Date }>;
}

const markDigits = 16;

/**
 * Name of a sealed object: `ab/cd/<hash>.<mark>`. The mark comes from the sealed bytes and therefore from the key, so a name never
 * changes its content: two puts of one content cannot overwrite each other, and removing an old copy never hits a new one.
 */
export function objectName(hash: string, { sealedHash }: Pick<BlobKey, 'sealedHash'>): string {
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.${sealedHash.slice(0, markDigits)}`;
}

/** The content hash in an object name, or undefined when it is no object's name. */
export function hashInName(name: string): string | undefined {
  return /^[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})\.[0-9a-f]{16}$/.exec(name)?.[1];
}
