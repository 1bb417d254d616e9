// SPDX-License-Identifier: EUPL-1.2
// Checkpoints (C2SP tlog-checkpoint): origin, size and root of the log, as a signed note.
import { fromBase64, toBase64 } from './bytes.ts';
import { isSignedBy, type NoteVerifier, parseNote, parseVerifierKey, type SignedNote } from './note.ts';
import type { Hash } from './tree.ts';

/** The head of a log: how many leaves it had, and the root over them. `origin` names the log: `waldbrueck.example/journal`. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

/** The note text of a checkpoint; three lines. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** The checkpoint in a note text (extension lines are allowed and ignored), or undefined when it has another form. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root, ...rest] = text.split('\n');
  if (!origin || !size || !root || rest.at(-1) !== '' || rest.slice(0, -1).includes('')) return undefined;
  const hash = fromBase64(root);
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)) || hash?.length !== 32) return undefined;
  return { origin, size: Number(size), root: hash };
}

/**
 * The checkpoint of a note when one of these verifier keys (`name+keyid+base64`) signed it and that key's name is the checkpoint's
 * origin; otherwise undefined.
 */
export function openCheckpoint(note: string, verifierKeys: readonly string[]): Checkpoint | undefined {
  const verifiers = verifierKeys.map(parseVerifierKey).filter((verifier) => verifier !== undefined);
  const parsed = parseNote(note);
  return parsed && checkpointOf(parsed, verifiers);
}

/** Like `openCheckpoint`, for a note and keys that are already taken apart. */
export function checkpointOf(note: SignedNote, verifiers: readonly NoteVerifier[]): Checkpoint | undefined {
  const checkpoint = parseCheckpoint(note.text);
  return verifiers.some((verifier) => verifier.name === checkpoint?.origin && isSignedBy(note, verifier))
    ? checkpoint
    : undefined;
}
