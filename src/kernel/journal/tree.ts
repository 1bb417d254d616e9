// SPDX-License-Identifier: EUPL-1.2
import { Frontier, type GetNode, nodeHash, openCheckpoint, rangeHash } from '@fachwerk/merkle-log';
import type pg from 'pg';
import type { Head } from './sequencer.ts';

type Connection = pg.ClientBase | pg.Pool;

/** Levels are stored in steps of eight: at most 256 rows are read for any node. */
const storedStep = 8;

/** Hash of any perfect subtree, from the stored levels below it. */
export function nodesFrom(connection: Connection): GetNode {
  return async (level, index) => {
    const base = level - (level % storedStep);
    const width = 2 ** (level - base);
    const first = index * width;
    const { rows } =
      base === 0
        ? await connection.query<{ hash: Buffer }>({
            name: 'leaf-hashes',
            text: 'select hash from journal.leaf where seq >= $1 and seq < $2 order by seq',
            values: [first, first + width],
          })
        : await connection.query<{ hash: Buffer }>({
            name: 'node-hashes',
            text: 'select hash from journal.node where level = $3 and idx >= $1 and idx < $2 order by idx',
            values: [first, first + width, base],
          });
    if (rows.length !== width) throw new Error(`journal tree has a hole at level ${level}, index ${index}`);
    return fold(rows.map(({ hash }) => hash));
  };
}

function fold(hashes: Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) above.push(nodeHash(row[i]!, row[i + 1]!));
    row = above;
  }
  return row[0]!;
}

/** The tree's right edge after a start, or why it cannot be trusted. */
export interface Rebuilt {
  readonly frontier: Frontier;
  readonly head: Head | undefined;
  readonly mismatch?: string | undefined;
}

/** What the stored tree must agree with. */
export interface Expectation {
  readonly verifierKey: string;
  readonly witnessed: readonly { size: number; root: Buffer }[];
  readonly newKey?: boolean | undefined;
}

/**
 * Rebuilds the frontier and compares: leaves against the last signed head, and every witnessed head against the tree.
 * A database that silently forgot its tail, or was put back to an old backup, is found here.
 */
export async function rebuild(connection: Connection, { verifierKey, witnessed, newKey }: Expectation): Promise<Rebuilt> {
  const { rows } = await connection.query<Head & { leaves: number; waits: boolean }>(
    `select coalesce(h.size, 0) as size, h.root, h.note, (select coalesce(max(seq) + 1, 0) from journal.leaf) as leaves,
            exists (select from journal.inbox) as waits
       from (select 1) one left join lateral (select size, root, note from journal.head order by size desc limit 1) h on true`,
  );
  const last = rows[0]!;
  const get = nodesFrom(connection);
  const empty = new Frontier();
  const no = (mismatch: string): Rebuilt => ({ frontier: empty, head: undefined, mismatch });
  if (newKey && (last.leaves > 0 || last.size > 0 || last.waits))
    return no('the signing key is new, but the journal has entries');
  if (last.leaves !== last.size) return no(`${last.leaves} leaves, but the last head counts ${last.size}`);
  const largest = Math.max(0, ...witnessed.map(({ size }) => size));
  if (largest > last.size) return no(`a witness holds a head of size ${largest}, the tree has ${last.size}`);
  for (const { size, root } of witnessed) {
    if (!root.equals(await rangeHash(0, size, get))) return no(`the tree of size ${size} differs from what a witness holds`);
  }
  if (last.size === 0) return { frontier: empty, head: undefined };
  const frontier = await Frontier.from(last.size, get);
  if (!Buffer.from(frontier.root()).equals(last.root)) return no('the leaves do not give the signed root');
  const opened = openCheckpoint(last.note, [verifierKey]);
  if (!opened || opened.size !== last.size || !Buffer.from(opened.root).equals(last.root))
    return no('the last head is not signed by our key');
  return { frontier, head: { size: last.size, root: last.root, note: last.note } };
}
