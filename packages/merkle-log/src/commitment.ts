// SPDX-License-Identifier: EUPL-1.2
// The journal names persons only in an erasable part. The public header is bound to it by HMAC-SHA256 under a random salt of its own:
// once salt and text are gone, nobody can guess the text back, and the proof still holds (GDPR Art. 17 without a hole in the log).
import { equalBytes } from './bytes.ts';
import { hmacSha256 } from './primitives.ts';

/** Length of salts and commitments in bytes. */
export const COMMITMENT_LENGTH = 32;

/** A fresh random salt of 32 bytes; one per entry, never used twice. */
export function newSalt(): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(COMMITMENT_LENGTH));
}

/** Commitment to a personal part (UTF-8 JSON bytes): HMAC-SHA256(salt, personal). Throws `RangeError` unless the salt has 32 bytes. */
export function commitment(salt: Uint8Array, personal: Uint8Array): Uint8Array {
  if (salt.length !== COMMITMENT_LENGTH) throw new RangeError('the salt must have 32 bytes');
  return hmacSha256(salt, personal);
}

/** Whether the salt and the personal part belong to the commitment. */
export function opensCommitment(committed: Uint8Array, salt: Uint8Array, personal: Uint8Array): boolean {
  return salt.length === COMMITMENT_LENGTH && equalBytes(commitment(salt, personal), committed);
}
