// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';
import type { InvitationReleased } from '../events/invitation-released.ts';
import { idOf } from './persons.ts';

const lifetimeDays = 7;

/** Keeps the digest of a start code for a person; the one before no longer works. */
export async function saveInvitation(
  tx: Tx,
  invitation: { person: string; code: string; issuedBy: string; released: boolean; at: Date },
): Promise<void> {
  const { person, code, issuedBy, released, at } = invitation;
  await tx.query(
    `insert into people.invitation (person, code, expires_at, issued_by, released) values ($1, $2, $3, $4, $5)
     on conflict (person) do update
       set code = excluded.code, expires_at = excluded.expires_at, issued_by = excluded.issued_by, released = excluded.released`,
    [person, digestOf(code), new Date(at.getTime() + lifetimeDays * 86_400_000), issuedBy, released],
  );
}

/** Who issued a start code that waits for release; undefined when none does. */
export async function findWaitingInvitation(tx: Tx, person: string, at: Date): Promise<{ issuedBy: string } | undefined> {
  const [row] = await tx.query<{ issuedBy: string }>(
    'select issued_by as "issuedBy" from people.invitation where person = $1 and not released and expires_at > $2 for update',
    [person, at],
  );
  return row;
}

/** From now on the start code works. */
export async function applyInvitationReleased(tx: Tx, event: InvitationReleased): Promise<void> {
  await tx.query('update people.invitation set released = true where person = $1', [idOf(event)]);
}

/** Whom a start code belongs to, while it is valid and the person has access. */
export async function findInvitation(tx: Tx, code: string, at: Date): Promise<string | undefined> {
  const [row] = await tx.query<{ person: string }>(
    'select person from people.invitation where code = $1 and released and expires_at > $2 and people.is_active(person)',
    [digestOf(code), at],
  );
  return row?.person;
}

/** Takes a start code: it works once. False when somebody else was quicker. */
export async function takeInvitation(tx: Tx, code: string, at: Date): Promise<boolean> {
  const rows = await tx.query('delete from people.invitation where code = $1 and released and expires_at > $2 returning person', [
    digestOf(code),
    at,
  ]);
  return rows.length > 0;
}

/** Codes are read aloud and typed: case, blanks and dashes do not count. 100 bits of chance need no slow hash. */
function digestOf(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''))
    .digest();
}
