// SPDX-License-Identifier: EUPL-1.2
// Signing, on Node only and apart from everything else: no other file of this package ever touches a secret.
import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { concatBytes, utf8 } from './bytes.ts';
import { type Checkpoint, formatCheckpoint } from './checkpoint.ts';
import { cosignedMessage } from './cosignature.ts';
import { formatNote, isKeyName, keyId, type NoteVerifier, parseNote, type SignatureType, verifierKeyText } from './note.ts';

/** An Ed25519 private key and the name under which it signs; for a log the name is its origin. */
export type NoteSigner = { readonly name: string; readonly key: KeyObject };

/** The verifier key `name+keyid+base64` of an Ed25519 key (public or private); type 4 for a witness. Throws `TypeError` for other keys. */
export function formatVerifierKey(name: string, key: KeyObject, type: SignatureType = 1): string {
  return verifierKeyText(verifierOf({ name, key }, type));
}

function verifierOf({ name, key }: NoteSigner, type: SignatureType): NoteVerifier {
  if (key.asymmetricKeyType !== 'ed25519' || !isKeyName(name))
    throw new TypeError('an Ed25519 key, and a name without blanks and plus signs');
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return { name, type, publicKey: new Uint8Array(Buffer.from(x!, 'base64url')) };
}

/** Signs a text that ends in a newline; the result is a note with one signature. Throws `TypeError` for a text that cannot be a note. */
export function signNote(text: string, signer: NoteSigner): string {
  const id = keyId(verifierOf(signer, 1));
  const note = formatNote({
    text,
    signatures: [{ name: signer.name, keyId: id, signature: sign(null, utf8(text), signer.key) }],
  });
  if (!parseNote(note)) throw new TypeError('a note ends in a newline and holds no control characters');
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
  const signature = concatBytes(time, sign(null, cosignedMessage(parsed.text, at), witness.key));
  return formatNote({
    text: parsed.text,
    signatures: [...parsed.signatures, { name: witness.name, keyId: keyId(verifierOf(witness, 4)), signature }],
  });
}
