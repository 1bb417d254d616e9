// SPDX-License-Identifier: EUPL-1.2
import { Frontier, leafData, leafHash, parseNote } from '@fachwerk/merkle-log';
import type { Check } from './result.ts';
import type { Stage } from './stage.ts';

/** A head that somebody outside keeps. */
export interface WitnessedHead {
  readonly size: number;
  readonly root: Buffer;
}

interface Leaf {
  readonly seq: number;
  readonly stream: string;
  readonly no: number;
  readonly header: string;
  readonly commitment: Buffer;
  readonly hash: Buffer;
}

/** The whole tree computed anew from headers and commitments: no gap in it or in any stream, the signed root, and every head seen before. */
export async function auditJournal(stage: Pick<Stage, 'sql'>, heads: readonly WitnessedHead[]): Promise<Check[]> {
  const leaves = await stage.sql<Leaf>(
    'select seq::int, stream, no::int, header, commitment, hash from journal.leaf order by journal.leaf.seq',
  );
  const [head] = await stage.sql<WitnessedHead & { note: string }>(
    'select size::int, root, note from journal.head order by journal.head.size desc limit 1',
  );
  const roots = rootsOf(leaves, new Set(heads.map(({ size }) => size)));
  const kept = heads.filter(({ size, root }) => roots.get(size)?.equals(root));
  const waiting = await stage.sql('select from journal.inbox');
  return [
    [
      `Baum mit ${leaves.length} Einträgen stimmt mit dem Prüfpunkt überein`,
      head !== undefined && isRootOf(head, roots, leaves.length),
    ],
    ['kein Eintrag wartet', waiting.length === 0],
    [`Reihen lückenlos`, (await gapsInStreams(stage)) === 0 && leaves.every(standsWhereItSays)],
    ...(heads.length > 0
      ? ([[`${kept.length} von ${heads.length} bezeugten Prüfpunkten passen`, kept.length === heads.length]] as Check[])
      : []),
  ];
}

/** Roots at the wanted sizes and at the end; a leaf that does not give its hash gives no root. */
function rootsOf(leaves: readonly Leaf[], wanted: ReadonlySet<number>): Map<number, Buffer> {
  const roots = new Map<number, Buffer>();
  const frontier = new Frontier();
  for (const { header, commitment, hash } of leaves) {
    const computed = leafHash(leafData(header, commitment));
    if (!hash.equals(computed)) return roots;
    frontier.push(computed);
    if (wanted.has(frontier.size) || frontier.size === leaves.length) roots.set(frontier.size, Buffer.from(frontier.root()));
  }
  return roots;
}

function isRootOf({ size, root, note }: WitnessedHead & { note: string }, roots: Map<number, Buffer>, leaves: number): boolean {
  const signed = parseNote(note)?.text.split('\n')[2];
  return size === leaves && (roots.get(size)?.equals(root) ?? false) && signed === root.toString('base64');
}

/** Columns are only copies of what the header says, and it is the header that is proven. */
function standsWhereItSays({ seq, stream, no, header }: Leaf, index: number): boolean {
  const said = JSON.parse(header) as { stream: string; no: number };
  return seq === index && said.stream === stream && said.no === no;
}

async function gapsInStreams(stage: Pick<Stage, 'sql'>): Promise<number> {
  const gaps = await stage.sql(
    `select s.name from journal.stream s left join journal.leaf l on l.stream = s.name
      group by s.name, s.no having count(l.seq) <> s.no or max(l.no) is distinct from s.no or count(distinct l.no) <> s.no`,
  );
  return gaps.length;
}

/** The newest head, as a witness outside would write it down; none in an empty journal. */
export function newestHead(stage: Pick<Stage, 'sql'>): Promise<WitnessedHead[]> {
  return stage.sql<WitnessedHead>('select size::int, root from journal.head order by journal.head.size desc limit 1');
}
