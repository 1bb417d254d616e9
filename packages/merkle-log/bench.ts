// SPDX-License-Identifier: EUPL-1.2
// What the README quotes: leaves per second, and a full export of a million entries checked offline.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Frontier, fullExportFiles, leafHash, signCheckpoint, writeExportFolder } from './src/index.ts';
import { type Act, digest, nextAct, type StreamEnds, specimenId, specimenSigner } from './src/specimen/acts.ts';
import { keyOf } from './src/specimen/journal.ts';

/** One measured figure. */
export type Figure = { readonly name: string; readonly value: number; readonly unit: string };

const FULL = 1_000_000;
const QUICK = 100_000;
const HEAD_STEP = 250;

/** Measures the tree alone, and the offline check of a full export (a million entries, `quick`: 100,000) with its time and memory. */
export async function benchMerkleLog({ quick }: { quick: boolean }): Promise<Figure[]> {
  const entries = quick ? QUICK : FULL;
  const folder = await mkdtemp(join(tmpdir(), 'fachwerk-bench-'));
  try {
    await writeJournal(folder, entries);
    const { seconds, megabytes, ...checked } = await verifyApart(folder);
    if (checked.entries !== entries || checked.errors !== 0)
      throw new Error(`the export of the bench is not sound: ${JSON.stringify(checked)}`);
    return [
      { name: 'Merkle tree alone', value: leavesPerSecond(quick ? 100_000 : 400_000), unit: 'leaves/s' },
      { name: `full export of ${entries} entries verified offline`, value: round(seconds), unit: 's' },
      { name: 'memory of that verification', value: Math.round(megabytes), unit: 'MB RSS' },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function leavesPerSecond(count: number): number {
  const data = new Uint8Array(300);
  const view = new DataView(data.buffer);
  const frontier = new Frontier();
  const began = performance.now();
  for (let i = 0; i < count; i++) {
    view.setUint32(0, i);
    frontier.push(leafHash(data));
  }
  return Math.round(count / ((performance.now() - began) / 1000));
}

/** A journal of a city: ten entries per file, a signed head every 250 entries, tables to reconcile with. Two passes, so little is held. */
async function writeJournal(folder: string, entries: number): Promise<void> {
  const signer = specimenSigner('waldbrueck.example/journal');
  const heads: string[] = [];
  const tables = new Map<string, string>();
  function* leaves(): Generator<Act> {
    const frontier = new Frontier();
    for (const act of acts(entries, tables)) {
      frontier.push(act.leaf);
      const { size } = frontier;
      if (size % HEAD_STEP === 0 || size === entries)
        heads.push(signCheckpoint({ origin: signer.name, size, root: frontier.root() }, signer));
      yield act;
    }
  }
  function* personal(): Generator<{ seq: number; salt: Uint8Array; body: Uint8Array }> {
    for (const { seq, personal: part } of acts(entries, new Map())) yield { seq, ...part };
  }
  function* rows(): Generator<{ object: string; content: string }> {
    for (const [object, content] of tables) yield { object, content };
  }
  const input = { keys: [keyOf(signer)], leaves: leaves(), personal: personal(), checkpoints: heads, tables: rows() };
  await writeExportFolder(folder, fullExportFiles(input));
}

function* acts(entries: number, tables: Map<string, string>): Generator<Act> {
  const ends: StreamEnds = new Map();
  const files = Array.from({ length: Math.ceil(entries / 10) }, (_, i) => specimenId(`file ${i}`));
  for (let seq = 0; seq < entries; seq++) {
    const file = files[(seq * 7919) % files.length]!;
    const object = `document:${file.slice(0, -1)}${seq % 3}`;
    const content = digest(`content ${seq}`).toString('hex');
    tables.set(object, content);
    yield nextAct(ends, seq, { act: 'records.document-changed', object, file, content });
  }
}

type Checked = { seconds: number; megabytes: number; entries: number; errors: number };

async function verifyApart(folder: string): Promise<Checked> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'bench-verify.ts'), folder]);
  return JSON.parse(stdout) as Checked;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
