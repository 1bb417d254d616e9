// SPDX-License-Identifier: EUPL-1.2
// A proof package from end to end. Reads, compares, collects findings; judging is left to verdict.ts.
import { equalBytes, toHex } from '../bytes.ts';
import type { JournalHeader } from '../header.ts';
import { parseVerifierKey, verifierKeyText } from '../note.ts';
import { verifyConsistency } from '../proof.ts';
import { checkContent } from './check-content.ts';
import { checkEvidence, type EvidenceCheck } from './check-evidence.ts';
import { checkEntries, checkStatement } from './check-entries.ts';
import type { Facts, WitnessFact } from './facts.ts';
import { Findings } from './finding.ts';
import { acceptedKeys, openHead, openWitness, type SignedHead, type WitnessContext, type WitnessedHead } from './heads.ts';
import { MAX_PROOF_BYTES, type ProofFile, type ProofWitness, readProofFile } from './proof-file.ts';
import { readText, type Source } from './source.ts';
import type { Trust } from './trust.ts';

/** An entry for display; `personal` is the text of the erasable part, undefined once it was erased. */
export type ShownEntry = { readonly header: JournalHeader; readonly seq: number; readonly personal?: string };

/** What a checked package says, for display beside the verdict. */
export type Contents = { readonly entries: readonly ShownEntry[]; readonly documents: ProofFile['documents'] };

/** Checks a proof package. Throws `ArchiveError` when the archive turns out to be damaged while reading. */
export async function checkPackage(
  source: Source,
  trust: Trust,
  check?: EvidenceCheck,
): Promise<{ facts: Facts; contents: Contents }> {
  const findings = new Findings();
  const proof = await loadProof(source, findings);
  if (!proof) return { facts: emptyFacts(findings), contents: { entries: [], documents: [] } };
  if (parseVerifierKey(proof.key)?.type !== 1) findings.error('file-malformed', { place: 'proof.json.key' });
  const keys = acceptedKeys(trust, [proof.key]);
  const head = openHead(proof.checkpoint, keys, [proof.key], findings);
  if (head && head.checkpoint.origin !== proof.origin) findings.error('file-malformed', { place: 'proof.json.origin' });
  const { read, end } = checkEntries(proof, head, findings);
  const stated = head !== undefined && checkStatement(proof, head, end, findings);
  const bytes = await checkContent(source, proof, read, findings);
  const evidence = await checkEvidence(source, proof, { check, anchors: trust.anchors ?? [], findings });
  const witnessed = head ? checkWitnesses(proof.witnesses, { ...head, origin: head.checkpoint.origin, trust, findings }) : [];
  const vouched = witnessed.filter((witness) => witness.vouched).map(({ checkpoint }) => checkpoint.size);
  const witnessedSize = Math.max(0, ...vouched);
  const facts: Facts = {
    kind: 'package',
    title: proof.title,
    origin: proof.origin,
    stream: proof.stream,
    entries: proof.entries.length,
    documents: { count: proof.documents.length, bytes },
    ...headFacts(head),
    witnesses: witnessFacts(witnessed),
    witnessedSize,
    unwitnessed: proof.entries.filter(({ seq }) => seq >= witnessedSize).length,
    lastSeq: proof.entries.at(-1)?.seq ?? -1,
    steps: proof.entries.reduce((most, { path }) => Math.max(most, path.length), 0),
    stated,
    erased: findings.counts.get('personal-erased') ?? 0,
    heads: 0,
    ...(evidence ? { evidence } : {}),
    findings: findings.kept,
    counts: findings.counts,
  };
  const entries = read.map(({ entry, header }) => ({
    header,
    seq: entry.seq,
    ...(entry.personal ? { personal: entry.personal.body } : {}),
  }));
  return { facts, contents: { entries, documents: proof.documents } };
}

async function loadProof(source: Source, findings: Findings): Promise<ProofFile | undefined> {
  const file = source.get('proof.json');
  const text = file && (await readText(file, MAX_PROOF_BYTES));
  const proof = text === undefined ? { malformed: 'proof.json' } : readProofFile(text);
  if (!('malformed' in proof)) return proof;
  findings.error('file-malformed', { place: proof.malformed });
  return undefined;
}

/** What the verdict says about the head and its key. */
export function headFacts(head: SignedHead | undefined): Pick<Facts, 'head' | 'key'> {
  if (!head) return {};
  const { checkpoint, verifiers, vouched } = head;
  const signer = verifiers.find(({ name }) => name === checkpoint.origin) ?? verifiers[0];
  return {
    head: { size: checkpoint.size, root: toHex(checkpoint.root) },
    ...(signer ? { key: { text: verifierKeyText(signer), vouched } } : {}),
  };
}

/** One line per witness statement; a head that was kept without a cosignature stands under the name the caller gives to "the reader". */
export function witnessFacts(witnessed: readonly WitnessedHead[]): WitnessFact[] {
  return witnessed.flatMap(({ checkpoint, statements, vouched }): WitnessFact[] =>
    statements.length === 0
      ? [{ name: '', size: checkpoint.size, vouched }]
      : statements.map(({ witness, at }) => ({ name: witness, size: checkpoint.size, at, vouched })),
  );
}

/** Facts about something that could not be read at all. */
export function emptyFacts(findings: Findings, kind: Facts['kind'] = 'package'): Facts {
  return {
    kind,
    title: '',
    origin: '',
    stream: '',
    entries: 0,
    documents: { count: 0, bytes: 0 },
    witnesses: [],
    witnessedSize: 0,
    unwitnessed: 0,
    lastSeq: -1,
    steps: 0,
    stated: false,
    erased: 0,
    heads: 0,
    findings: findings.kept,
    counts: findings.counts,
  };
}

type HeadContext = WitnessContext & Pick<SignedHead, 'checkpoint'>;

/** Connects every witnessed head with the package's own: those in the package by their paths, the reader's through them. */
function checkWitnesses(witnesses: readonly ProofWitness[], context: HeadContext): WitnessedHead[] {
  const inPackage: WitnessedHead[] = [];
  for (const witness of witnesses) {
    const opened = openWitness(witness.note, { ownKey: witness.key }, context);
    if (opened && connect(opened, witness.path, context) && (opened.vouched || opened.statements.length > 0))
      inPackage.push(opened);
  }
  const ofReader: WitnessedHead[] = [];
  for (const note of context.trust.heads) {
    const opened = openWitness(note, 'reader', context);
    if (opened && connectKnown(opened, inPackage, context)) ofReader.push(opened);
  }
  return [...inPackage, ...ofReader];
}

function connect(witness: WitnessedHead, path: readonly Uint8Array[], { checkpoint, findings }: HeadContext): boolean {
  const [older, newer] = [witness.checkpoint, checkpoint].sort((a, b) => a.size - b.size);
  const holds = verifyConsistency({
    oldSize: older!.size,
    oldRoot: older!.root,
    newSize: newer!.size,
    newRoot: newer!.root,
    path,
  });
  if (!holds) findings.error('witness-contradicts', { witness: nameOf(witness), size: witness.checkpoint.size });
  else if (witness.checkpoint.size > checkpoint.size) {
    findings.note('witness-newer', { witness: nameOf(witness), size: witness.checkpoint.size, have: checkpoint.size });
  }
  return holds;
}

/** The reader's head brings no path. It must meet one that the package leads to: the package's own head or that of a witness in it. */
function connectKnown(
  witness: WitnessedHead,
  inPackage: readonly WitnessedHead[],
  { checkpoint, findings }: HeadContext,
): boolean {
  const { size, root } = witness.checkpoint;
  const met = [checkpoint, ...inPackage.map((other) => other.checkpoint)].find((known) => known.size === size);
  if (met && equalBytes(met.root, root)) return true;
  if (met) findings.error('witness-contradicts', { witness: nameOf(witness), size });
  else if (size > checkpoint.size) findings.error('rolled-back', { size, have: checkpoint.size });
  else findings.error('witness-unconnected', { size });
  return false;
}

function nameOf({ statements }: WitnessedHead): string {
  return statements.map(({ witness }) => witness).join(', ');
}
