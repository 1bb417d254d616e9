// SPDX-License-Identifier: EUPL-1.2
// The entries of a proof package: each stands in the tree, together they are the stream from its beginning without a gap.
import { equalBytes, toHex, utf8 } from '../bytes.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { opensCommitment } from '../commitment.ts';
import { ERASURE_ACT, parseErasure } from '../erasure.ts';
import { type JournalHeader, parseHeader } from '../header.ts';
import { leafData } from '../leaf.ts';
import { isSignedBy, parseNote } from '../note.ts';
import { sha256 } from '../primitives.ts';
import { verifyInclusion } from '../proof.ts';
import { parseStatement } from '../statement.ts';
import { type Hash, leafHash } from '../tree.ts';
import type { Findings } from './finding.ts';
import type { SignedHead } from './heads.ts';
import type { ProofEntry, ProofErasure, ProofFile, ProofLeaf } from './proof-file.ts';
import { checkSuccessor, type StreamEnd } from './stream.ts';

/** An entry whose header could be read. */
export type ReadEntry = { readonly entry: ProofEntry; readonly header: JournalHeader };

/** Checks the entries of one stream against the head. Returns those whose header is readable, and the end of the stream. */
export function checkEntries(
  proof: ProofFile,
  head: SignedHead | undefined,
  findings: Findings,
): { read: ReadEntry[]; end: StreamEnd } {
  const erased = checkErasures(proof.erasures, head?.checkpoint, findings);
  const read: ReadEntry[] = [];
  let end: StreamEnd = { no: 0, last: new Uint8Array(32) };
  let seq = -1;
  for (const entry of proof.entries) {
    if (entry.seq <= seq) findings.error('entry-order', { seq: entry.seq });
    seq = entry.seq;
    const leaf = checkLeaf(entry, head?.checkpoint, findings);
    const header = parseHeader(entry.header);
    if (!header) {
      findings.error('entry-header', { seq });
      continue;
    }
    if (header.stream === proof.stream) checkSuccessor(end, header, leaf, findings);
    else findings.error('stream-foreign', { seq, stream: header.stream });
    checkPersonal(entry, header.no, erased, findings);
    end = { no: header.no, last: leaf };
    read.push({ entry, header });
  }
  if (proof.entries.length === 0) findings.error('empty');
  if (proof.count !== proof.entries.length) findings.error('count-differs', { stated: proof.count, found: proof.entries.length });
  return { read, end };
}

function checkLeaf(entry: ProofLeaf, checkpoint: Checkpoint | undefined, findings: Findings): Hash {
  const leaf = leafHash(leafData(entry.header, entry.commitment));
  if (!checkpoint) return leaf;
  const proof = { index: entry.seq, size: checkpoint.size, path: entry.path };
  if (!verifyInclusion(proof, leaf, checkpoint.root)) findings.error('entry-not-in-tree', { seq: entry.seq });
  return leaf;
}

type Erased = ReadonlyMap<number, { readonly basis: string; readonly at: string }>;

/** Each erasing act must stand in the tree, later than what it erased, and name exactly this statement. */
function checkErasures(erasures: readonly ProofErasure[], checkpoint: Checkpoint | undefined, findings: Findings): Erased {
  const erased = new Map<number, { basis: string; at: string }>();
  for (const erasure of erasures) {
    checkLeaf(erasure, checkpoint, findings);
    const header = parseHeader(erasure.header);
    const statement = parseErasure(erasure.statement);
    const named = header?.act === ERASURE_ACT && header.content === toHex(sha256(utf8(erasure.statement)));
    if (!header || !statement || !named || statement.seqs.some((seq) => seq >= erasure.seq)) {
      findings.error('erasure-invalid', { seq: erasure.seq });
      continue;
    }
    for (const seq of statement.seqs) erased.set(seq, { basis: statement.basis, at: header.at });
  }
  return erased;
}

function checkPersonal(entry: ProofEntry, no: number, erased: Erased, findings: Findings): void {
  const { seq, personal, commitment } = entry;
  if (personal) {
    if (!opensCommitment(commitment, personal.salt, utf8(personal.body))) findings.error('personal-differs', { no, seq });
    return;
  }
  const act = erased.get(seq);
  if (act) findings.note('personal-erased', { no, seq, at: act.at, basis: act.basis });
  else findings.error('personal-missing', { no, seq });
}

/** Whether the city signed that the stream ends where the package says it does. A statement that says otherwise is a finding. */
export function checkStatement(proof: ProofFile, head: SignedHead, end: StreamEnd, findings: Findings): boolean {
  if (proof.statement === null) return false;
  const note = parseNote(proof.statement);
  const statement = note && parseStatement(note.text);
  const signed = note && head.verifiers.some((verifier) => verifier.name === statement?.origin && isSignedBy(note, verifier));
  const agrees =
    statement?.stream === proof.stream &&
    statement.origin === head.checkpoint.origin &&
    statement.count === end.no &&
    statement.size === head.checkpoint.size &&
    equalBytes(statement.last, end.last);
  if (signed && agrees) return true;
  findings.error('statement-invalid');
  return false;
}
