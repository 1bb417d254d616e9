// SPDX-License-Identifier: EUPL-1.2
// Signed notes and verifier keys (C2SP signed-note): text, blank line, then one line per signature:
// em dash, space, key name, space, base64(key id(4) || signature).
import { concatBytes, equalBytes, fromBase64, toBase64, toHex, utf8 } from './bytes.ts';
import { sha256, verifyEd25519 } from './primitives.ts';

/** Signature types of C2SP signed-note that we use: 1 = Ed25519 over the text, 4 = time-stamped witness cosignature. */
export type SignatureType = 1 | 4;

/** A public key with its name, as `parseVerifierKey` reads it. */
export type NoteVerifier = { readonly name: string; readonly type: SignatureType; readonly publicKey: Uint8Array };

/** One signature line; `signature` excludes the four bytes of the key id. */
export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array };

/** A note taken apart. Nothing in it is verified yet. */
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const MAX_NOTE_LENGTH = 100_000;
const MAX_SIGNATURES = 100;

/** The four-byte key id: SHA-256(name || 0A || type || public key)[:4]. */
export function keyId(verifier: NoteVerifier): Uint8Array {
  return sha256(concatBytes(utf8(verifier.name), Uint8Array.of(0x0a, verifier.type), verifier.publicKey)).slice(0, 4);
}

/** A verifier key as text: `name+keyid+base64(type || public key)`. */
export function verifierKeyText(verifier: NoteVerifier): string {
  return `${verifier.name}+${toHex(keyId(verifier))}+${toBase64(concatBytes(Uint8Array.of(verifier.type), verifier.publicKey))}`;
}

/** The key in a verifier key text, or undefined when form, key id or type are wrong. */
export function parseVerifierKey(text: string): NoteVerifier | undefined {
  const [, name, id, data] = /^([^+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/.exec(text.trim()) ?? [];
  const bytes = data === undefined ? undefined : fromBase64(data);
  if (name === undefined || !isKeyName(name) || bytes?.length !== 33) return undefined;
  const type = bytes[0];
  if (type !== 1 && type !== 4) return undefined;
  const verifier: NoteVerifier = { name, type, publicKey: bytes.slice(1) };
  return toHex(keyId(verifier)) === id ? verifier : undefined;
}

/** Key names are not empty and hold neither Unicode spaces nor plus signs. */
export function isKeyName(name: string): boolean {
  return /^[^\s\u0085+\u0000-\u001f]{1,200}$/u.test(name);
}

/** The note in the text, or undefined when it is not exactly of the form that C2SP signed-note prescribes. */
export function parseNote(note: string): SignedNote | undefined {
  if (note.length > MAX_NOTE_LENGTH || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignatureLine);
  return signatures.every((line) => line !== undefined) ? { text: note.slice(0, gap + 1), signatures } : undefined;
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name, data, ...rest] = line.split(' ');
  const bytes = data === undefined ? undefined : fromBase64(data);
  if (dash !== '\u2014' || rest.length > 0 || name === undefined || !isKeyName(name) || bytes === undefined || bytes.length < 5)
    return undefined;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** The note as text. */
export function formatNote(note: SignedNote): string {
  const lines = note.signatures.map(
    ({ name, keyId: id, signature }) => `\u2014 ${name} ${toBase64(concatBytes(id, signature))}\n`,
  );
  return `${note.text}\n${lines.join('')}`;
}

/** The signatures that claim to come from this key, by name and key id. */
export function signaturesOf(note: SignedNote, verifier: NoteVerifier): NoteSignature[] {
  const id = keyId(verifier);
  return note.signatures.filter((line) => line.name === verifier.name && equalBytes(line.keyId, id));
}

/** Whether the key signed the note's text; every signature that claims to be its must be valid, and there must be one. */
export function isSignedBy(note: SignedNote, verifier: NoteVerifier): boolean {
  if (verifier.type !== 1) return false;
  const claimed = signaturesOf(note, verifier);
  const text = utf8(note.text);
  return claimed.length > 0 && claimed.every(({ signature }) => verifyEd25519(verifier.publicKey, text, signature));
}
