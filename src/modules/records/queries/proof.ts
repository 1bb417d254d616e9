// SPDX-License-Identifier: EUPL-1.2
import {
  ERASURE_ACT,
  formatStatement,
  leafData,
  leafHash,
  openCheckpoint,
  type PackageErasure,
  type PackageEntry,
  signNote,
  verifyInclusion,
} from '@fachwerk/merkle-log';
import type { Tx } from '../../../kernel/database.ts';
import type { Head, RawEntry, StreamRow } from '../../../kernel/journal/index.ts';
import { entryOf } from '../../../kernel/journal/read.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import type { FileProof, ProvenContent } from '../rules/file-proof.ts';
import { reconcile } from '../rules/reconcile.ts';
import { evidenceOfFile } from './evidence.ts';
import { rowsOfFile } from './rows-of-file.ts';

/** Collects and checks the proof of one file; undefined when the caller may not see it, or nothing was signed yet. */
export async function collectFileProof(runtime: Runtime, tx: Tx, file: string): Promise<FileProof | undefined> {
  const { journal, vault, config } = runtime;
  const rows = await tx.query<StreamRow>('select * from records.file_history($1)', [file]);
  const head = journal.head();
  const last = rows[0];
  if (!last || !head) return undefined;
  const raw = journal.open(rows.toReversed());
  const entries = await Promise.all(raw.map(async (entry) => withPath(entry, await journal.inclusion(entry.seq, head.size))));
  const stream = `file:${file}`;
  const differences = reconcile(
    raw.map(entryOf).map(({ personal, ...entry }) => ({ ...entry, facts: personal?.facts })),
    await rowsOfFile(tx, file),
  );
  const contents = await contentsOf(tx, file, raw);
  const text = formatStatement({ origin: config.origin, stream, count: raw.length, last: last.hash, size: head.size });
  return {
    stream,
    head,
    key: journal.verifierKey(),
    statement: signNote(text, { name: config.origin, publicKey: vault.publicKey, sign: vault.sign }),
    entries,
    erasures: entries.flatMap((entry, index) => erasureOf(entry, raw[index]!)),
    absent: absentOf(raw, contents),
    contents,
    witnesses: await tx.query('select name, size, note, at from journal.latest_witnesses($1)', [head.size]),
    evidence: await evidenceOfFile(tx, file),
    differences,
    sound: differences.length === 0 && isSound(raw, entries, head, journal.verifierKey()),
  };
}

function withPath({ seq, header, commitment, salt, body }: RawEntry, path: readonly Buffer[]): PackageEntry {
  return { seq, header, commitment, path, ...(salt && body ? { personal: { salt, body } } : {}) };
}

function erasureOf({ personal: _, ...entry }: PackageEntry, raw: RawEntry): PackageErasure[] {
  const { act, personal } = entryOf(raw);
  const statement = personal?.facts['statement'];
  return act === ERASURE_ACT && typeof statement === 'string' ? [{ ...entry, statement }] : [];
}

/** What the entries name and the package does not hold: the statements of erasing acts, and what was destroyed with its document. */
function absentOf(raw: readonly RawEntry[], contents: readonly ProvenContent[]): FileProof['absent'] {
  const entries = raw.map(entryOf);
  const gone = new Set(entries.filter(({ act }) => act === 'records.document-destroyed').map(({ object }) => object));
  const destroyed = new Set(entries.flatMap(({ object, content }) => (content && gone.has(object) ? [content] : [])));
  const here = new Set(contents.map(({ sha256 }) => sha256));
  return entries.flatMap(({ no, act, content }): FileProof['absent'][number][] => {
    if (act === ERASURE_ACT) return [{ no, reason: 'state' }];
    return content && destroyed.has(content) && !here.has(content) ? [{ no, reason: 'destroyed' }] : [];
  });
}

/** Contents in the order of the entries that brought them; a later entry that names the same bytes (a signature) adds none. */
async function contentsOf(tx: Tx, file: string, raw: readonly RawEntry[]): Promise<ProvenContent[]> {
  const versions = await tx.query<{ content: string; size: number; name: string }>(
    'select content, size, file_name as name from records.versions where file_id = $1',
    [file],
  );
  const byHash = new Map(versions.map((version) => [version.content, version]));
  const seen = new Set<string>();
  return raw.map(entryOf).flatMap(({ no, content }) => {
    const version = content === undefined || seen.has(content) ? undefined : byHash.get(content);
    if (!version) return [];
    seen.add(version.content);
    return [{ name: version.name, sha256: version.content, size: version.size, no }];
  });
}

function isSound(raw: readonly RawEntry[], entries: readonly PackageEntry[], head: Head, key: string): boolean {
  const opened = openCheckpoint(head.note, [key]);
  if (!opened || opened.size !== head.size) return false;
  return raw.every(({ seq, no, header, commitment, hash }, index) => {
    const leaf = leafHash(leafData(header, commitment));
    const { prev } = JSON.parse(header) as { prev: string };
    const before = raw[index - 1]?.hash.toString('hex') ?? '';
    const inTree = verifyInclusion({ index: seq, size: head.size, path: entries[index]?.path ?? [] }, leaf, opened.root);
    return inTree && no === index + 1 && prev === before && Buffer.from(leaf).equals(hash);
  });
}
