// SPDX-License-Identifier: EUPL-1.2
// Making signed notes. The secret key stays with the signer (a vault, another process); this package sees signatures only.
import { concatBytes, utf8 } from './bytes.ts';
import { type Checkpoint, formatCheckpoint } from './checkpoint.ts';
import { cosignedMessage } from './cosignature.ts';
import { formatNote, isKeyName, keyId, type NoteVerifier, parseNote, type SignatureType, verifierKeyText } from './note.ts';

/** Something that signs with an Ed25519 key; for a log `name` is its origin. `publicKey` has 32 bytes, `sign` returns 64 bytes. */
export type NoteSigner = { readonly name: string; readonly publicKey: Uint8Array; sign(message: Uint8Array): Uint8Array };

/** The verifier key `name+keyid+base64` of a raw Ed25519 public key (32 bytes); type 4 for a witness. Throws `TypeError` for anything else. */
export function formatVerifierKey(name: string, publicKey: Uint8Array, type: SignatureType = 1): string {
  return verifierKeyText(verifierOf({ name, publicKey }, type));
}

function verifierOf({ name, publicKey }: Pick<NoteSigner, 'name' | 'publicKey'>, type: SignatureType): NoteVerifier {
  if (publicKey.length !== 32 || !isKeyName(name))
    throw new TypeError('an Ed25519 key of 32 bytes, and a name without blanks and plus signs');
  return { name, type, publicKey };
}

/** Signs a text that ends in a newline; the result is a note with one signature. Throws `TypeError` for a text that cannot be a note. */
export function signNote(text: string, signer: NoteSigner): string {
  const id = keyId(verifierOf(signer, 1));
  const note = formatNote({ text, signatures: [{ name: signer.name, keyId: id, signature: signer.sign(utf8(text)) }] });
  if (parseNote(note)?.text !== text) throw new TypeError('a note ends in a newline and holds no control characters');
  return note;
}

/** A signed checkpoint as a note. Throws `TypeError` unless the signer's name is the checkpoint's origin. */
export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  if (checkpoint.origin !== signer.name) throw new TypeError('a log signs with a key named after its origin');
  return signNote(formatCheckpoint(checkpoint), signer);
}

/** Adds a witness's cosignature to a signed checkpoint; `at` in seconds since 1970. The witness must have checked consistency before. */
export function cosign(note: string, witness: NoteSigner, at: number): string {
  const parsed = parseNote(note);
  if (!parsed || !Number.isSafeInteger(at) || at < 0)
    throw new TypeError('only a signed checkpoint can be cosigned, at a time in seconds');
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  const signature = concatBytes(time, witness.sign(cosignedMessage(parsed.text, at)));
  return formatNote({
    text: parsed.text,
    signatures: [...parsed.signatures, { name: witness.name, keyId: keyId(verifierOf(witness, 4)), signature }],
  });
}
