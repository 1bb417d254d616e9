// SPDX-License-Identifier: EUPL-1.2
// What the reader brings along and believes: nothing in a package can vouch for itself.
import { fromBase64 } from '../bytes.ts';
import { type NoteVerifier, parseVerifierKey } from '../note.ts';
import { parseReceipt } from '../receipt.ts';
import { noteLines } from './note-lines.ts';

/** The reader's own knowledge: keys of the city, keys of witnesses, heads that somebody kept outside the city. */
export type Trust = {
  readonly keys: readonly NoteVerifier[];
  readonly witnessKeys: readonly NoteVerifier[];
  readonly heads: readonly string[];
  /** Certificates in DER of time-stamping authorities, or of those above them. */
  readonly anchors?: readonly Uint8Array[];
};

/** The reader brings nothing along. */
export const NO_TRUST: Trust = { keys: [], witnessKeys: [], heads: [] };

/** What one text file of the reader holds: verifier keys, notes, receipts, certificates in PEM, in any order. Undefined when it holds nothing of the kind. */
export function readTrust(text: string): Trust | undefined {
  const pieces = noteLines(text);
  const lines = pieces.filter(({ kind }) => kind === 'line').map((piece) => piece.text);
  const verifiers = lines.map(parseVerifierKey).filter((verifier) => verifier !== undefined);
  const receipts = lines.map(parseReceipt).filter((receipt) => receipt !== undefined);
  const heads = [
    ...pieces.filter(({ kind }) => kind === 'note').map((piece) => piece.text),
    ...receipts.map(({ checkpoint }) => checkpoint),
  ];
  const anchors = certificatesIn(text);
  if (verifiers.length === 0 && heads.length === 0 && anchors.length === 0) return undefined;
  const keys = verifiers.filter(({ type }) => type === 1);
  return { keys, witnessKeys: verifiers.filter(({ type }) => type === 4), heads, anchors };
}

/** Certificates in PEM; what only looks like one is left out. */
function certificatesIn(text: string): Uint8Array[] {
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g);
  return [...blocks].flatMap(([, body = '']) => fromBase64(body.replaceAll(/\s/g, '')) ?? []);
}

/** Everything that several sources of trust know. */
export function joinTrust(...trusts: readonly Trust[]): Trust {
  return {
    keys: trusts.flatMap(({ keys }) => keys),
    witnessKeys: trusts.flatMap(({ witnessKeys }) => witnessKeys),
    heads: trusts.flatMap(({ heads }) => heads),
    anchors: trusts.flatMap(({ anchors = [] }) => anchors),
  };
}
