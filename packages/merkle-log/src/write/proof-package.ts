// SPDX-License-Identifier: EUPL-1.2
import { fromUtf8, toHex, utf8 } from '../bytes.ts';
import { parseCheckpoint } from '../checkpoint.ts';
import { parseNote } from '../note.ts';
import { type ProofDocument, type ProofEntry, type ProofFile, PROOF_FORMAT } from '../verify/proof-file.ts';
import { type OutputFile, writeZip } from '../zip/writer.ts';
import type { PackageDocument, PackageEntry, PackageInput } from './package-input.ts';
import { packageReadme } from './readme-text.ts';

/**
 * A proof package (FORMAT.md) as the bytes of a ZIP file, streamed: documents are read once and never held in memory, entries are.
 * Throws `TypeError` when the checkpoint is no checkpoint, `RangeError` when a document has another size than announced.
 */
export async function* writeProofPackage(input: PackageInput): AsyncGenerator<Uint8Array> {
  yield* writeZip(packageFiles(input), input.at);
}

async function* packageFiles(input: PackageInput): AsyncGenerator<OutputFile> {
  const documents = [...(input.documents ?? [])].map((document) => ({ document, path: contentPath(document) }));
  yield whole('README.txt', utf8(packageReadme(input.title)));
  if (input.page) yield whole('pruefer.html', input.page);
  const records = [...(input.evidence ?? [])].map((each, index) => ({ ...each, path: `evidence/${index + 1}.ers` }));
  const proof = await proofFile(
    { ...input, evidence: records },
    documents.map(({ document, path }) => ({
      name: document.name,
      path,
      sha256: document.sha256,
      size: document.size,
      no: document.no,
    })),
  );
  yield whole('proof.json', utf8(JSON.stringify(proof)));
  for (const { path, record } of records) yield whole(path, record);
  const written = new Set<string>();
  for (const { document, path } of documents) {
    // The same content may be several documents; it is packed once.
    if (written.has(path)) continue;
    written.add(path);
    yield { path, size: document.size, data: document.open() };
  }
}

function whole(path: string, bytes: Uint8Array): OutputFile {
  return { path, size: bytes.length, data: [bytes] };
}

/** The hash as name, and the ending by which a computer knows how to open it. */
function contentPath({ sha256, name }: PackageDocument): string {
  const [ending] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? [''];
  return `content/${sha256}${ending.toLowerCase()}`;
}

/** The JSON form of a type: bytes become hex. */
type Written<T> = T extends Uint8Array
  ? string
  : T extends readonly (infer Item)[]
    ? Written<Item>[]
    : T extends object
      ? { [K in keyof T]: Written<T[K]> }
      : T;

async function proofFile(
  input: PackageInput & { readonly evidence: readonly { readonly path: string; readonly documents: readonly string[] }[] },
  documents: readonly ProofDocument[],
): Promise<Omit<Written<ProofFile>, 'evidence'> & { format: string; evidence?: Written<ProofFile['evidence']> }> {
  const note = parseNote(input.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!checkpoint) throw new TypeError('the package needs a signed checkpoint');
  const entries: Written<ProofEntry>[] = [];
  for await (const entry of input.entries) entries.push({ ...leaf(entry), personal: personal(entry) });
  return {
    format: PROOF_FORMAT,
    title: input.title,
    origin: checkpoint.origin,
    key: input.key,
    checkpoint: input.checkpoint,
    stream: input.stream,
    count: entries.length,
    statement: input.statement ?? null,
    witnesses: [...(input.witnesses ?? [])].map(({ key, note: kept, path }) => ({
      key: key ?? null,
      note: kept,
      path: path.map(toHex),
    })),
    entries,
    erasures: [...(input.erasures ?? [])].map((erasure) => ({ ...leaf(erasure), statement: erasure.statement })),
    documents: [...documents],
    absent: [...(input.absent ?? [])].map(({ no, reason }) => ({ no, reason })),
    // Left out when empty: a member that says nothing could be taken out unnoticed.
    ...(input.evidence.length > 0
      ? { evidence: input.evidence.map(({ path, documents: covered }) => ({ path, documents: [...covered] })) }
      : {}),
  };
}

function leaf({ seq, header, commitment, path }: Omit<PackageEntry, 'personal'>): Written<Omit<ProofEntry, 'personal'>> {
  return { seq, header, commitment: toHex(commitment), path: path.map(toHex) };
}

function personal({ personal: part }: PackageEntry): { salt: string; body: string } | null {
  return part ? { salt: toHex(part.salt), body: fromUtf8(part.body) } : null;
}
