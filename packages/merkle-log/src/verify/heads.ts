// SPDX-License-Identifier: EUPL-1.2
// Heads of the log: the one that the proof rests on, and those that witnesses kept.
import { type Checkpoint, checkpointOf, parseCheckpoint } from '../checkpoint.ts';
import { cosignatureOf } from '../cosignature.ts';
import { type NoteVerifier, parseNote, parseVerifierKey, type SignedNote, signaturesOf, verifierKeyText } from '../note.ts';
import type { Findings } from './finding.ts';
import type { Trust } from './trust.ts';

/** The keys that count, and whether the reader brought them or the proof named them itself. */
export type AcceptedKeys = { readonly verifiers: readonly NoteVerifier[]; readonly vouched: boolean };

/** The head that the proof rests on, its signature checked. */
export type SignedHead = AcceptedKeys & { readonly checkpoint: Checkpoint };

/** A head that somebody outside kept; `at` in seconds since 1970, where a cosignature tells it. */
export type WitnessedHead = {
  readonly checkpoint: Checkpoint;
  readonly statements: readonly { readonly witness: string; readonly at: number }[];
  /** The reader brought this head or the witness's key along; otherwise the proof merely says so. */
  readonly vouched: boolean;
};

/** The reader's keys, or in default of any the proof's own. */
export function acceptedKeys(trust: Trust, ownKeys: readonly string[]): AcceptedKeys {
  if (trust.keys.length > 0) return { verifiers: trust.keys, vouched: true };
  const own = ownKeys.map(parseVerifierKey).filter((verifier) => verifier !== undefined);
  return { verifiers: own.filter(({ type }) => type === 1), vouched: false };
}

/** Checks form and signature of a head. A head that is signed, but by another key than the reader's, is a finding of its own. */
export function openHead(
  note: string,
  keys: AcceptedKeys,
  ownKeys: readonly string[],
  findings: Findings,
): SignedHead | undefined {
  const parsed = parseNote(note);
  const claimed = parsed && parseCheckpoint(parsed.text);
  if (!parsed || !claimed) {
    findings.error('checkpoint-malformed');
    return undefined;
  }
  const checkpoint = checkpointOf(parsed, keys.verifiers);
  if (checkpoint) return { ...keys, checkpoint };
  const foreign = acceptedKeys({ keys: [], witnessKeys: [], heads: [] }, ownKeys).verifiers;
  const signer = keys.vouched ? foreign.find((verifier) => checkpointOf(parsed, [verifier])) : undefined;
  if (signer)
    findings.error('foreign-key', { key: verifierKeyText(signer), expected: keys.verifiers.map(verifierKeyText).join(', ') });
  else findings.error('checkpoint-signature', { size: claimed.size });
  return undefined;
}

/** What a witness note is checked against. */
export type WitnessContext = {
  readonly origin: string;
  readonly verifiers: readonly NoteVerifier[];
  readonly trust: Trust;
  readonly findings: Findings;
};

/** Checks a head kept by a witness: same log, signed by the city, cosignatures valid. `ownKey` is the witness's key as the proof names it. */
export function openWitness(
  note: string,
  from: 'reader' | { readonly ownKey: string | null },
  context: WitnessContext,
): WitnessedHead | undefined {
  const { origin, verifiers, trust, findings } = context;
  const parsed = parseNote(note);
  const claimed = parsed && parseCheckpoint(parsed.text);
  if (!parsed || !claimed) {
    findings.error('witness-signature', { witness: '', size: 0 });
    return undefined;
  }
  if (claimed.origin !== origin) {
    findings.error('witness-other-log', { origin: claimed.origin });
    return undefined;
  }
  if (!checkpointOf(parsed, verifiers)) {
    findings.error('witness-signature', { witness: claimed.origin, size: claimed.size });
    return undefined;
  }
  const trusted = cosignatures(parsed, trust.witnessKeys, findings);
  const named = from === 'reader' || from.ownKey === null ? [] : ownCosignatures(parsed, from.ownKey, findings);
  return {
    checkpoint: claimed,
    statements: trusted.length > 0 ? trusted : named,
    vouched: from === 'reader' || trusted.length > 0,
  };
}

/** A key that the proof names for a witness must be a witness's key, and must have signed. */
function ownCosignatures(note: SignedNote, ownKey: string, findings: Findings): { witness: string; at: number }[] {
  const own = parseVerifierKey(ownKey);
  if (own?.type === 4 && signaturesOf(note, own).length > 0) return cosignatures(note, [own], findings);
  findings.error('witness-signature', { witness: own?.name ?? '', size: parseCheckpoint(note.text)?.size ?? 0 });
  return [];
}

function cosignatures(
  note: SignedNote,
  witnesses: readonly NoteVerifier[],
  findings: Findings,
): { witness: string; at: number }[] {
  return witnesses.flatMap((witness) => {
    if (signaturesOf(note, witness).length === 0) return [];
    const statement = cosignatureOf(note, witness);
    if (!statement) findings.error('witness-signature', { witness: witness.name, size: parseCheckpoint(note.text)?.size ?? 0 });
    return statement ? [statement] : [];
  });
}
