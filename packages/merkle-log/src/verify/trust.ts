// SPDX-License-Identifier: EUPL-1.2
// What the reader brings along and believes: nothing in a package can vouch for itself.
import { type NoteVerifier, parseVerifierKey } from '../note.ts';
import { parseReceipt } from '../receipt.ts';
import { noteLines } from './note-lines.ts';

/** The reader's own knowledge: keys of the city, keys of witnesses, heads that somebody kept outside the city. */
export type Trust = {
  readonly keys: readonly NoteVerifier[];
  readonly witnessKeys: readonly NoteVerifier[];
  readonly heads: readonly string[];
};

/** The reader brings nothing along. */
export const NO_TRUST: Trust = { keys: [], witnessKeys: [], heads: [] };

/** What one text file of the reader holds: verifier keys, notes, receipts, in any order. Undefined when it holds nothing of the kind. */
export function readTrust(text: string): Trust | undefined {
  const pieces = noteLines(text);
  const lines = pieces.filter(({ kind }) => kind === 'line').map((piece) => piece.text);
  const verifiers = lines.map(parseVerifierKey).filter((verifier) => verifier !== undefined);
  const receipts = lines.map(parseReceipt).filter((receipt) => receipt !== undefined);
  const heads = [
    ...pieces.filter(({ kind }) => kind === 'note').map((piece) => piece.text),
    ...receipts.map(({ checkpoint }) => checkpoint),
  ];
  if (verifiers.length === 0 && heads.length === 0) return undefined;
  return { keys: verifiers.filter(({ type }) => type === 1), witnessKeys: verifiers.filter(({ type }) => type === 4), heads };
}

/** Everything that several sources of trust know. */
export function joinTrust(...trusts: readonly Trust[]): Trust {
  return {
    keys: trusts.flatMap(({ keys }) => keys),
    witnessKeys: trusts.flatMap(({ witnessKeys }) => witnessKeys),
    heads: trusts.flatMap(({ heads }) => heads),
  };
}
