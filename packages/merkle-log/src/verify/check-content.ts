// SPDX-License-Identifier: EUPL-1.2
// The documents of a proof package: each file has the hash that an entry names, none is missing, none is there that nobody named.
import { toHex } from '../bytes.ts';
import { sha256Stream } from '../primitives.ts';
import type { ReadEntry } from './check-entries.ts';
import type { Findings } from './finding.ts';
import type { ProofDocument, ProofFile } from './proof-file.ts';
import type { Source, SourceFile } from './source.ts';

/** Files that belong to every package and prove nothing. */
const FURNITURE: readonly string[] = ['proof.json', 'README.txt', 'pruefer.html'];

/** Checks all documents; returns the bytes that were hashed. */
export async function checkContent(
  source: Source,
  proof: ProofFile,
  entries: readonly ReadEntry[],
  findings: Findings,
): Promise<number> {
  const named = new Map(entries.map(({ header }) => [header.no, header.content]));
  let bytes = 0;
  for (const document of proof.documents) {
    if (named.get(document.no) !== document.sha256) findings.error('content-unnamed', { name: document.name, no: document.no });
    bytes += await checkDocument(source, document, findings);
  }
  checkDelivered(proof, entries, findings);
  const listed = new Set([...FURNITURE, ...[...proof.documents, ...proof.evidence].map(({ path }) => path)]);
  for (const path of source.keys()) if (!listed.has(path)) findings.error('file-extra', { path });
  return bytes;
}

async function checkDocument(source: Source, document: ProofDocument, findings: Findings): Promise<number> {
  const file = source.get(document.path);
  if (!file || !document.path.startsWith('content/')) {
    findings.error('content-missing', { name: document.name, path: document.path });
    return 0;
  }
  const hash = await hashFile(file);
  if (hash !== document.sha256 || file.size !== document.size)
    findings.error('content-differs', { name: document.name, path: document.path });
  return file.size;
}

/** Every hash that an entry names must be in the package, or the package must say why it is not; leaving out a paper silently is found. */
function checkDelivered(proof: ProofFile, entries: readonly ReadEntry[], findings: Findings): void {
  const delivered = new Set(proof.documents.map(({ sha256 }) => sha256));
  const absent = new Map(proof.absent.map(({ no, reason }) => [no, reason]));
  for (const { header } of entries) {
    if (!header.content || delivered.has(header.content)) continue;
    const reason = absent.get(header.no);
    if (reason) findings.note('content-absent', { no: header.no, act: header.act, reason });
    else findings.error('content-undeclared', { no: header.no, act: header.act });
  }
}

/** SHA-256 of a file as hex, read as a stream. */
export async function hashFile(file: SourceFile): Promise<string> {
  const hash = sha256Stream();
  for await (const chunk of file.open()) hash.update(chunk);
  return toHex(hash.digest());
}
