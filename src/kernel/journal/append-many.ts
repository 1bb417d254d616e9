// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { commitment, leafData, leafHash } from '@fachwerk/merkle-log';
import type { Caller } from '../command.ts';
import type { Tx } from '../database.ts';
import type { Event } from '../event.ts';
import type { Vault } from '../vault/index.ts';
import { headerOf, personalOf, streamOf } from './append.ts';

/** One act of a batch. */
export interface Act {
  readonly event: Event;
  readonly caller: Caller;
  readonly at: Date;
}

/** Where a stream stands while a batch is being written. */
interface Place {
  no: number;
  last: Uint8Array;
}

/**
 * Writes many entries in the acts' transaction with four statements: the same headers, numbers and bindings as one `append` after the
 * other. For foundings and takeovers; a person's act goes through `append`. Returns the inbox ids in the order of the acts.
 */
export async function appendMany(tx: Tx, vault: Vault, acts: readonly Act[]): Promise<number[]> {
  if (acts.length === 0) return [];
  const places = await lockStreams(tx, acts);
  const entries = acts.map((act) => entryOf(vault, act, places));
  await tx.query(
    'update journal.stream s set last = moved.last from unnest($1::text[], $2::bytea[]) as moved (name, last) where s.name = moved.name',
    [[...places.keys()], [...places.values()].map(({ last }) => Buffer.from(last))],
  );
  const ids = await insertInbox(tx, entries);
  await tx.query(
    'insert into journal.personal (id, key_id, salt, body) select * from unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])',
    [ids, entries.map(({ keyId }) => keyId), entries.map(({ salt }) => salt), entries.map(({ sealed }) => Buffer.from(sealed))],
  );
  return ids;
}

/** Takes the numbers of each stream at once. Always in the order of names, so that two batches never wait for each other in a circle. */
async function lockStreams(tx: Tx, acts: readonly Act[]): Promise<Map<string, Place>> {
  const counts = new Map<string, number>();
  for (const { event } of acts) counts.set(streamOf(event), (counts.get(streamOf(event)) ?? 0) + 1);
  const rows = await tx.query<{ name: string; no: number; last: Buffer }>(
    `insert into journal.stream (name, no, last)
     select wanted.name, wanted.count, '' from unnest($1::text[], $2::bigint[]) as wanted (name, count) order by wanted.name
     on conflict (name) do update set no = journal.stream.no + excluded.no
     returning name, no, last`,
    [[...counts.keys()], [...counts.values()]],
  );
  if (rows.length !== counts.size) throw new Error('journal streams could not be locked');
  return new Map(rows.map(({ name, no, last }) => [name, { no: no - (counts.get(name) ?? 0), last }]));
}

function entryOf(vault: Vault, act: Act, places: Map<string, Place>) {
  const stream = streamOf(act.event);
  const place = places.get(stream)!;
  place.no += 1;
  const header = headerOf(act, stream, place);
  const salt = randomBytes(32);
  const body = Buffer.from(JSON.stringify(personalOf(act)));
  const bound = Buffer.from(commitment(salt, body));
  place.last = leafHash(leafData(header, bound));
  return { header, bound, salt, ...vault.seal('journal', body) };
}

/** Ids are drawn in the order of the acts, so that a stream's ids grow with its numbers; they come back in any order. */
async function insertInbox(tx: Tx, entries: readonly { header: string; bound: Buffer }[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `insert into journal.inbox (header, commitment)
     select e.header, e.bound from unnest($1::text[], $2::bytea[]) with ordinality as e (header, bound, place) order by e.place
     returning id`,
    [entries.map(({ header }) => header), entries.map(({ bound }) => bound)],
  );
  if (rows.length !== entries.length) throw new Error('journal entries were not written');
  return rows.map(({ id }) => id).sort((one, other) => one - other);
}
