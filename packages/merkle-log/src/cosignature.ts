// SPDX-License-Identifier: EUPL-1.2
// Witness cosignatures (C2SP tlog-cosignature, Ed25519, signature type 4): "at this time this was the largest consistent head I saw".
import { utf8 } from './bytes.ts';
import { type NoteVerifier, parseNote, parseVerifierKey, type SignedNote, signaturesOf } from './note.ts';
import { verifyEd25519 } from './primitives.ts';

/** What a witness states about a checkpoint; `at` is in seconds since 1970 (POSIX time). */
export type Cosignature = { readonly witness: string; readonly at: number };

/** The witness's statement in a note when all cosignatures under its verifier key (type 4) are valid, the latest one; else undefined. */
export function openCosignature(note: string, witnessKey: string): Cosignature | undefined {
  const parsed = parseNote(note);
  const witness = parseVerifierKey(witnessKey);
  return parsed && witness && cosignatureOf(parsed, witness);
}

/** Like `openCosignature`, for a note and a key that are already taken apart. */
export function cosignatureOf(note: SignedNote, witness: NoteVerifier): Cosignature | undefined {
  if (witness.type !== 4) return undefined;
  const times = signaturesOf(note, witness).map(({ signature }) => cosignedAt(note.text, signature, witness));
  if (times.length === 0 || times.includes(undefined)) return undefined;
  return { witness: witness.name, at: Math.max(...(times as number[])) };
}

function cosignedAt(text: string, signature: Uint8Array, witness: NoteVerifier): number | undefined {
  if (signature.length !== 72) return undefined;
  const at = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(at)) return undefined;
  return verifyEd25519(witness.publicKey, cosignedMessage(text, at), signature.subarray(8)) ? at : undefined;
}

/** The text that a witness signs. */
export function cosignedMessage(text: string, at: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${at}\n${text}`);
}
