// SPDX-License-Identifier: EUPL-1.2
// A full export from end to end: the whole journal, all heads, all witnesses, and if it is there, tables and content.
import { equalBytes } from '../bytes.ts';
import { parseVerifierKey, verifierKeyText } from '../note.ts';
import { hashFile } from './check-content.ts';
import { emptyFacts, headFacts, witnessFacts } from './check-package.ts';
import { ErasedPositions } from './erased-positions.ts';
import type { Facts } from './facts.ts';
import { Findings } from './finding.ts';
import { NameTable } from './name-table.ts';
import { HeadList } from './head-list.ts';
import { type AcceptedKeys, acceptedKeys, openHead, openWitness, type WitnessedHead } from './heads.ts';
import { LineReader } from './lines.ts';
import { Reconciliation } from './reconcile.ts';
import { type ScanResult, scanLeaves } from './scan.ts';
import { readText, type Source } from './source.ts';
import { readTrust, type Trust } from './trust.ts';

const SMALL_FILE = 2 ** 20;
const FURNITURE =
  /^(?:(?:leaves|personal|erasures|checkpoints|key|tables|README)\.txt|pruefer\.html|fachwerk-verify\.mjs|witness\/[^/]+\.txt)$/;
const CONTENT = /^content\/([0-9a-f]{64})$/;
const decoder = new TextDecoder();

/** Whether the files look like a full export. */
export function isExport(source: Source): boolean {
  return source.has('leaves.txt');
}

/** Checks a full export. `progress` is called with the number of entries done. Throws `ArchiveError` for a damaged archive. */
export async function checkExport(source: Source, trust: Trust, progress: (entries: number) => void = () => {}): Promise<Facts> {
  const findings = new Findings();
  const ownKeys = await readKeys(source);
  const keys = acceptedKeys(trust, ownKeys);
  const witnessed = await readWitnesses(source, keys, trust, findings);
  const heads = new HeadList(linesOf(source, 'checkpoints.txt', findings), keys, findings);
  const reconciliation = source.has('tables.txt') ? new Reconciliation() : undefined;
  const contents = contentTable(source);
  const scan = await scanLeaves({
    leaves: linesOf(source, 'leaves.txt', findings),
    personal: linesOf(source, 'personal.txt', findings),
    heads,
    witnessed,
    erased: await readErasures(source, findings),
    contents,
    reconciliation,
    findings,
    progress,
  });
  if (scan.size === 0) findings.error('empty');
  const head = checkLastHead(heads, { keys, ownKeys, scan, findings });
  if (reconciliation) await reconcile(source, reconciliation, findings);
  const bytes = await checkFiles(source, contents, findings);
  const witnessedSize = Math.max(0, ...scan.agreeing.filter(({ vouched }) => vouched).map(({ checkpoint }) => checkpoint.size));
  return {
    ...emptyFacts(findings, 'export'),
    ...headFacts(head),
    origin: head?.checkpoint.origin ?? '',
    entries: scan.size,
    documents: { count: contents.size, bytes },
    witnesses: witnessFacts(scan.agreeing),
    witnessedSize,
    unwitnessed: Math.max(0, scan.size - witnessedSize),
    lastSeq: scan.size - 1,
    erased: scan.erased,
    heads: heads.count,
    ...(reconciliation ? { objects: reconciliation.compared } : {}),
  };
}

async function readKeys(source: Source): Promise<string[]> {
  const file = source.get('key.txt');
  const text = file && (await readText(file, SMALL_FILE));
  const verifiers = (text ?? '').split(/\r?\n/).map(parseVerifierKey);
  return verifiers.filter((verifier) => verifier !== undefined).map(verifierKeyText);
}

function linesOf(source: Source, path: string, findings: Findings): LineReader {
  const file = source.get(path);
  if (!file) findings.error('file-missing', { path });
  return new LineReader(file?.open() ?? nothing());
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Heads in witness/*.txt, each file with the witness's own key, and those the reader brought along, by size. */
async function readWitnesses(source: Source, keys: AcceptedKeys, trust: Trust, findings: Findings): Promise<WitnessedHead[]> {
  const context = { origin: keys.verifiers[0]?.name ?? '', verifiers: keys.verifiers, trust, findings };
  const opened = trust.heads.map((note) => openWitness(note, 'reader', context));
  for (const [path, file] of source) {
    if (!path.startsWith('witness/')) continue;
    const kept = readTrust((await readText(file, SMALL_FILE)) ?? '');
    if (!kept) findings.error('file-malformed', { place: path });
    const own = kept?.witnessKeys[0];
    for (const note of kept?.heads ?? []) opened.push(openWitness(note, { ownKey: own ? verifierKeyText(own) : null }, context));
  }
  const witnessed = opened.filter((witness) => witness !== undefined);
  return witnessed.sort((a, b) => a.checkpoint.size - b.checkpoint.size);
}

async function readErasures(source: Source, findings: Findings): Promise<ErasedPositions> {
  const erased = new ErasedPositions();
  const lines = new LineReader(source.get('erasures.txt')?.open() ?? nothing());
  for (let line = await lines.next(); line; line = await lines.next()) {
    if (!erased.add(decoder.decode(line))) findings.error('file-malformed', { place: 'erasures.txt' });
  }
  return erased;
}

type LastHead = { keys: AcceptedKeys; ownKeys: readonly string[]; scan: ScanResult; findings: Findings };

/** The last head must be the head of exactly these entries. */
function checkLastHead(heads: HeadList, { keys, ownKeys, scan, findings }: LastHead): ReturnType<typeof openHead> {
  if (!heads.last) {
    findings.error('checkpoint-malformed');
    return undefined;
  }
  const { checkpoint, note } = heads.last;
  if (checkpoint.size !== scan.size) findings.error('size-differs', { entries: scan.size, size: checkpoint.size });
  else if (!equalBytes(checkpoint.root, scan.root)) findings.error('root-differs', { size: scan.size });
  return openHead(note, keys, ownKeys, findings);
}

async function reconcile(source: Source, reconciliation: Reconciliation, findings: Findings): Promise<void> {
  const lines = linesOf(source, 'tables.txt', findings);
  for (let line = await lines.next(); line; line = lines.take() ?? (await lines.next())) {
    const row = reconciliation.compare(line, findings);
    if (!row) findings.error('file-malformed', { place: 'tables.txt' });
    if (row?.file && !source.has(`content/${row.file}`))
      findings.error('content-missing', { name: row.file, path: `content/${row.file}` });
  }
  reconciliation.finish(findings);
}

function contentTable(source: Source): NameTable {
  const table = new NameTable();
  for (const path of source.keys()) {
    const hash = CONTENT.exec(path)?.[1];
    if (hash) table.enter(hash);
  }
  return table;
}

/** Every content file has its hash as name and is named by an entry; files that belong to no export are pointed out. */
async function checkFiles(source: Source, contents: NameTable, findings: Findings): Promise<number> {
  let bytes = 0;
  for (const [path, file] of source) {
    const hash = CONTENT.exec(path)?.[1];
    if (hash === undefined) {
      if (!FURNITURE.test(path)) findings.error('file-extra', { path });
      continue;
    }
    if (contents.number(contents.find(hash)) === 0) findings.error('file-extra', { path });
    if ((await hashFile(file)) !== hash) findings.error('content-differs', { name: hash, path });
    bytes += file.size;
  }
  return bytes;
}
