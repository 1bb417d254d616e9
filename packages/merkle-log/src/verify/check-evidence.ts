// SPDX-License-Identifier: EUPL-1.2
// Evidence records in a package: each must hold for the documents it names. What checks them is brought along, so that the library stays alone.
import { fromHex } from '../bytes.ts';
import type { Findings } from './finding.ts';
import type { ProofEvidence, ProofFile } from './proof-file.ts';
import type { Source, SourceFile } from './source.ts';

/** A document as an evidence record covers it; `bytes` reads the whole of it, where another digest than SHA-256 is needed. */
export type EvidenceDocument = { readonly sha256: Uint8Array; bytes(): Promise<Uint8Array | undefined> };

/** What came out: `unchecked` where the surrounding lacks the means. `since` in seconds since 1970. */
export type EvidenceResult = {
  readonly state: 'holds' | 'broken' | 'unchecked';
  /** Whether the reader's own certificates vouch for every time stamp, until today. */
  readonly trusted: boolean;
  readonly since: number;
  readonly authority: string;
};

/** Checks one record (RFC 4998); `anchors` are certificates in DER that the reader brought. Never throws for what the record contains. */
export type EvidenceCheck = (
  record: Uint8Array,
  against: { readonly documents: readonly EvidenceDocument[]; readonly anchors: readonly Uint8Array[] },
) => Promise<EvidenceResult>;

/** What the records of a package show together. */
export type EvidenceFacts = {
  readonly records: number;
  readonly documents: number;
  readonly trusted: boolean;
  readonly checked: boolean;
  /** The latest of the moments since which each is proven. */
  readonly since: number;
  readonly authority: string;
};

const MAX_RECORD = 4 * 1024 * 1024;
const MAX_DOCUMENT = 256 * 1024 * 1024;

/** Checks all records of a package; undefined when it has none. */
export async function checkEvidence(
  source: Source,
  proof: ProofFile,
  { check, anchors, findings }: { check: EvidenceCheck | undefined; anchors: readonly Uint8Array[]; findings: Findings },
): Promise<EvidenceFacts | undefined> {
  if (proof.evidence.length === 0) return undefined;
  const results: EvidenceResult[] = [];
  for (const each of proof.evidence) {
    const record = await readAll(source.get(each.path), MAX_RECORD);
    const result = record && check ? await check(record, { documents: documentsOf(each, proof, source), anchors }) : undefined;
    if (!record || result?.state === 'broken') findings.error('evidence-broken', { path: each.path });
    if (result) results.push(result);
  }
  return {
    records: proof.evidence.length,
    documents: new Set(proof.evidence.flatMap(({ documents }) => documents)).size,
    trusted: results.length > 0 && results.every(({ trusted }) => trusted),
    checked: results.length === proof.evidence.length && results.every(({ state }) => state !== 'unchecked'),
    since: Math.max(0, ...results.map(({ since }) => since)),
    authority: results.find(({ trusted }) => !trusted)?.authority ?? results[0]?.authority ?? '',
  };
}

function documentsOf({ documents }: ProofEvidence, proof: ProofFile, source: Source): EvidenceDocument[] {
  return documents.map((sha256) => {
    const path = proof.documents.find((document) => document.sha256 === sha256)?.path;
    return { sha256: fromHex(sha256)!, bytes: () => readAll(path === undefined ? undefined : source.get(path), MAX_DOCUMENT) };
  });
}

async function readAll(file: SourceFile | undefined, limit: number): Promise<Uint8Array | undefined> {
  if (!file || file.size > limit) return undefined;
  const all = new Uint8Array(file.size);
  let at = 0;
  for await (const chunk of file.open()) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
