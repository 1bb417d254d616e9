// SPDX-License-Identifier: EUPL-1.2
import type { DigestName } from '../algorithms.ts';
import { concat } from '../bytes.ts';
import type { Crypto } from '../crypto/crypto.ts';

/**
 * A data object: its bytes, or its digests where the bytes are elsewhere (a record with a hash-tree renewal needs one for each algorithm).
 * Digests are believed.
 */
export type DataObject = { readonly bytes: Uint8Array } | { readonly digests: Readonly<Partial<Record<DigestName, Uint8Array>>> };

/** Digest of a data object; undefined when it was not brought and cannot be computed. */
export async function digestOfData(data: DataObject, digest: DigestName, crypto: Crypto): Promise<Uint8Array | undefined> {
  return 'bytes' in data ? crypto.digest(digest, data.bytes) : data.digests[digest];
}

/** What a hash-tree renewal covers for one data object (RFC 4998 §5.2 step 5): H(H(data) ‖ H(sequence of all chains before)). */
export async function renewedDigest(
  dataDigest: Uint8Array,
  sequence: Uint8Array,
  { digest, crypto }: { readonly digest: DigestName; readonly crypto: Crypto },
): Promise<Uint8Array | undefined> {
  const before = await crypto.digest(digest, sequence);
  return before && crypto.digest(digest, concat([dataDigest, before]));
}
