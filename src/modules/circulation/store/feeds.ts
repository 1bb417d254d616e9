// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';

/** Remembers that the caller's calendar answers at this secret; a former one answers no more. */
export async function keepFeed(tx: Tx, person: string, token: string): Promise<void> {
  await tx.query(
    'insert into circulation.feeds (person, token_hash) values ($1, $2) on conflict (person) do update set token_hash = excluded.token_hash',
    [person, createHash('sha256').update(token).digest()],
  );
}

/** Forgets it; true when there was one. */
export async function dropFeed(tx: Tx, person: string): Promise<boolean> {
  const gone = await tx.query('delete from circulation.feeds where person = $1 returning person', [person]);
  return gone.length > 0;
}
