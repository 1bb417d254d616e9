// SPDX-License-Identifier: EUPL-1.2
// The two renewals (RFC 4998 §5.2), as hashes to be stamped and as the record that results.
import type { DigestName } from '../algorithms.ts';
import { concat } from '../bytes.ts';
import { syncDigest } from '../crypto/node.ts';
import { type HashTree, readRecord, type StampToWrite, stampsOf, writeChains, writeRecord } from './record.ts';

/** What a time-stamp renewal stamps: the digest of the last token under its chain's own algorithm. Several records share one stamp through a tree over these. */
export function stampRenewalHash(chain: readonly StampToWrite[]): { digest: DigestName; hash: Uint8Array } {
  const { digest, token } = chain.at(-1)!;
  return { digest, hash: syncDigest()(digest, token) };
}

/**
 * What a hash-tree renewal stamps for each data object of a record: H(H(data) ‖ H(chains so far)), all under the new algorithm.
 * The results are a group for `buildTree`.
 */
export function treeRenewalHashes(
  chains: readonly (readonly StampToWrite[])[],
  { digest, data }: { readonly digest: DigestName; readonly data: readonly Uint8Array[] },
): Uint8Array[] {
  const hash = syncDigest();
  const before = hash(digest, writeChains(chains));
  return data.map((plain) => hash(digest, concat([plain, before])));
}

/** The record with one stamp more in its last chain; `tree` leads from the last token's hash to the stamp. Throws `NotDer` if it is none. */
export function withStamp(
  record: Uint8Array,
  renewal: { readonly tree?: HashTree | undefined; readonly token: Uint8Array },
): Uint8Array {
  const chains = stampsOf(readRecord(record));
  const last = chains.at(-1)!;
  last.push({ digest: last[0]!.digest, ...renewal });
  return writeRecord(chains);
}

/** The record with one chain more. Its earlier chains must stand as `writeRecord` writes them, or the renewal would cover other bytes. */
export function withChain(record: Uint8Array, renewal: StampToWrite): Uint8Array {
  return writeRecord([...stampsOf(readRecord(record)), [renewal]]);
}
