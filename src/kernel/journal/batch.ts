// SPDX-License-Identifier: EUPL-1.2
import { type Frontier, leafData, leafHash } from '@fachwerk/merkle-log';
import type pg from 'pg';

/** At most so many entries go into the tree at once. */
export const batchSize = 4000;

interface InboxRow {
  readonly id: number;
  readonly header: string;
  readonly commitment: Buffer;
}

/** A batch that became leaves; not yet committed. */
export interface Batch {
  readonly frontier: Frontier;
  readonly entries: readonly number[];
}

/** Takes what waits in the inbox and writes it as leaves and stored nodes, in the caller's transaction. Undefined when nothing waits. */
export async function moveInbox(connection: pg.ClientBase, frontier: Frontier): Promise<Batch | undefined> {
  const { rows } = await connection.query<InboxRow>({
    name: 'take-inbox',
    text: 'delete from journal.inbox where id in (select id from journal.inbox order by id limit $1) returning id, header, commitment',
    values: [batchSize],
  });
  if (rows.length === 0) return undefined;
  rows.sort((a, b) => a.id - b.id); // a stream's ids grow with its numbers, because its row was locked
  const next = frontier.clone();
  const nodes: [level: number, index: number, hash: Uint8Array][] = [];
  const leaves = rows.map((row) => {
    const { stream, no } = JSON.parse(row.header) as { stream: string; no: number };
    const hash = leafHash(leafData(row.header, row.commitment));
    const seq = next.size;
    next.push(hash, (level, index, node) => {
      if (level > 0 && level % 8 === 0) nodes.push([level, index, node]);
    });
    return { ...row, seq, stream, no, hash: Buffer.from(hash) };
  });
  await insertLeaves(connection, leaves);
  if (nodes.length > 0) await insertNodes(connection, nodes);
  return { frontier: next, entries: rows.map(({ id }) => id) };
}

interface Leaf extends InboxRow {
  readonly seq: number;
  readonly stream: string;
  readonly no: number;
  readonly hash: Buffer;
}

async function insertLeaves(connection: pg.ClientBase, leaves: readonly Leaf[]): Promise<void> {
  const column = <K extends keyof Leaf>(name: K) => leaves.map((leaf) => leaf[name]);
  await connection.query({
    name: 'insert-leaves',
    text: `insert into journal.leaf (seq, inbox_id, stream, no, header, commitment, hash)
           select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bytea[], $7::bytea[])`,
    values: [column('seq'), column('id'), column('stream'), column('no'), column('header'), column('commitment'), column('hash')],
  });
}

async function insertNodes(connection: pg.ClientBase, nodes: readonly [number, number, Uint8Array][]): Promise<void> {
  await connection.query(
    'insert into journal.node (level, idx, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])',
    [nodes.map(([level]) => level), nodes.map(([, index]) => index), nodes.map(([, , hash]) => Buffer.from(hash))],
  );
}
