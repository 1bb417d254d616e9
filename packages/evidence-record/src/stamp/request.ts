// SPDX-License-Identifier: EUPL-1.2
// The question to a time-stamping authority (RFC 3161 §2.4.1).
import { type DigestName, oidOf } from '../algorithms.ts';
import { NULL, octets, oid, sequence, small, TRUE, unsigned } from '../der/writer.ts';

/** What shall be stamped. `nonce`: random, at most 32 bytes, its first bit not needed to be zero; the answer must carry it. */
export interface StampQuestion {
  readonly digest: DigestName;
  readonly hash: Uint8Array;
  readonly nonce: Uint8Array;
  /** Policy (OID) under which it shall be stamped; without one, the authority's usual one. */
  readonly policy?: string | undefined;
}

/** A TimeStampReq in DER that asks for the certificate, too. */
export function writeQuestion({ digest, hash, nonce, policy }: StampQuestion): Uint8Array {
  const imprint = sequence(sequence(oid(oidOf(digest)), NULL), octets(hash));
  return sequence(small(1), imprint, ...(policy ? [oid(policy)] : []), unsigned(nonce), TRUE);
}
