// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import type { Vault } from '../vault/index.ts';
import { frameKey } from './frame.ts';

/** The row without which a blob cannot be read: its data key, wrapped by the vault, and what is known about the content. */
export interface BlobKey {
  /** Master key that wraps the data key. */
  readonly keyId: string;
  readonly wrapped: Uint8Array;
  /** Clear bytes. */
  readonly size: number;
  /** SHA-512 of the clear bytes, hex: kept for the day SHA-256 has to be renewed (RFC 4998 hash-tree renewal). */
  readonly sha512: string;
  /** SHA-256 of the sealed bytes, hex: lets a copy be checked without any key. */
  readonly sealedHash: string;
}

/** A blob that has a key. */
export interface BlobEntry extends BlobKey {
  /** SHA-256 of the clear bytes, hex. */
  readonly hash: string;
  /** When somebody last put this content; the sweep leaves young ones alone. */
  readonly confirmedAt: Date;
}

/**
 * Where wrapped keys live. A row is the commit point of a blob: it is written after the sealed bytes are durable, and removing it
 * makes the content unreadable for good (crypto-shredding).
 */
export interface BlobKeyTable {
  /** Inserts unless the content has a key, marks it as put just now, and returns the key in force. Durable when it returns. */
  put(hash: string, key: BlobKey): Promise<BlobKey>;
  get(hash: string): Promise<BlobKey | undefined>;
  /** Removes the key, with `unlessPutSince` only if nobody put the content since then (atomically). True when removed. */
  remove(hash: string, unlessPutSince?: Date): Promise<boolean>;
  /** Up to `limit` entries after `after`, ordered by hash. */
  list(after: string, limit: number): Promise<readonly BlobEntry[]>;
}

const purpose = 'blob';

/** Wraps a data key together with everything the row says, so that no column can be exchanged unnoticed. */
export function wrapBlobKey(
  vault: Vault,
  hash: string,
  { dataKey, ...facts }: Omit<BlobKey, 'keyId' | 'wrapped'> & { dataKey: Uint8Array },
): BlobKey {
  const { keyId, sealed } = vault.wrapKey(purpose, dataKey, contextOf(hash, facts));
  return { keyId, wrapped: sealed, ...facts };
}

/** The data key of a row; throws `VaultError` when the row was changed. */
export function unwrapBlobKey(vault: Vault, hash: string, key: BlobKey): Uint8Array {
  return vault.unwrapKey(purpose, { keyId: key.keyId, sealed: key.wrapped }, contextOf(hash, key));
}

/** The key that opens the frames of a blob. */
export function readingKey(vault: Vault, hash: string, key: BlobKey): KeyObject {
  return frameKey(unwrapBlobKey(vault, hash, key));
}

function contextOf(hash: string, { size, sha512, sealedHash }: Pick<BlobKey, 'size' | 'sha512' | 'sealedHash'>): string {
  return `${hash} ${size} ${sha512} ${sealedHash}`;
}
