// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { canonicalJson, commitment, leafData, leafHash } from '@fachwerk/merkle-log';
import type { Caller } from '../command.ts';
import type { Tx } from '../database.ts';
import type { Event } from '../event.ts';
import type { Vault } from '../vault/index.ts';

/** Version of the header's form. */
const headerVersion = 1;

/** Name of the stream that numbers an event: its file, or the object itself. */
export function streamOf({ file, object }: Pick<Event, 'file' | 'object'>): string {
  return file === undefined ? object : `file:${file}`;
}

/** Writes header and personal part in the act's transaction. The row lock on the stream makes its numbers gap-free. */
export async function appendEvent(tx: Tx, vault: Vault, act: { event: Event; caller: Caller; at: Date }): Promise<number> {
  const stream = streamOf(act.event);
  const [last] = await tx.query<{ no: number; last: Buffer }>(
    `insert into journal.stream (name, no, last) values ($1, 1, '')
     on conflict (name) do update set no = journal.stream.no + 1
     returning no, last`,
    [stream],
  );
  if (!last) throw new Error('journal stream could not be locked');
  const header = headerOf(act, stream, last);
  const salt = randomBytes(32);
  const body = Buffer.from(JSON.stringify(personalOf(act)));
  const bound = Buffer.from(commitment(salt, body));
  const { keyId, sealed } = vault.seal('journal', body);
  const [row] = await tx.query<{ id: number }>(
    `with moved as (update journal.stream set last = $2 where name = $1),
          entry as (insert into journal.inbox (header, commitment) values ($3, $4) returning id)
     insert into journal.personal (id, key_id, salt, body) select id, $5, $6, $7 from entry returning (select id from entry) as id`,
    [stream, Buffer.from(leafHash(leafData(header, bound))), header, bound, keyId, salt, Buffer.from(sealed)],
  );
  if (!row) throw new Error('journal entry was not written');
  return row.id;
}

/** The public header of an entry at its place in the stream. */
export function headerOf(
  { event, at }: { event: Event; at: Date },
  stream: string,
  { no, last }: { no: number; last: Uint8Array },
): string {
  const { file, unit, content } = event;
  return canonicalJson({
    v: headerVersion,
    act: event.type,
    at: at.toISOString(),
    object: event.object,
    stream,
    no,
    prev: Buffer.from(last).toString('hex'),
    ...(file === undefined ? {} : { file }),
    ...(unit === undefined ? {} : { unit }),
    ...(content === undefined ? {} : { content }),
  });
}

/** The erasable part of an entry. */
export function personalOf({ event, caller }: { event: Event; caller: Caller }) {
  const actor = caller.person ?? `system:${caller.system ?? 'anyone'}`;
  return { actor, ...(caller.onBehalfOf === undefined ? {} : { onBehalfOf: caller.onBehalfOf }), facts: event.facts };
}
