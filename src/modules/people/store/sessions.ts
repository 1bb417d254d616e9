// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** When the person behind a session last proved who they are; undefined without a valid session. */
export async function provenAt(tx: Tx, session: string | undefined): Promise<Date | undefined> {
  if (session === undefined) return undefined;
  const [row] = await tx.query<{ at: Date }>(
    'select proven_at as at from kernel.session where id = $1 and person = kernel.person() and ends_at > kernel.at() and idle_until > kernel.at()',
    [session],
  );
  return row?.at;
}

/** Chooses in whose name a session acts from now on; undefined = in one's own. False when that substitution is not in force. */
export async function chooseRepresentation(tx: Tx, session: string, substitution: string | undefined): Promise<boolean> {
  await tx.query(
    'delete from people.representation r where r.session = $1 or not exists (select from kernel.session s where s.id = r.session)',
    [session],
  );
  if (substitution === undefined) return true;
  const rows = await tx.query(
    `insert into people.representation (session, substitution)
     select $1, s.id from people.substitution s
      where s.id = $2 and s.deputy = kernel.person() and s.valid_from <= kernel.at() and kernel.at() < s.valid_to
        and people.is_active(s.deputy) and people.is_active(s.principal)
     returning session`,
    [session, substitution],
  );
  return rows.length > 0;
}

/** A new session goes on in the name the old one acted in. */
export async function carryRepresentation(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query('update people.representation set session = $2 where session = $1', [from, to]);
}

/** Removes what has run out: challenges, counters, known networks, invitations, choices of sessions that are gone. */
export async function sweepSignIn(tx: Tx, at: Date): Promise<void> {
  await tx.query('delete from people.challenge where expires_at <= $1', [at]);
  await tx.query('delete from people.throttle where expires_at <= $1', [at]);
  await tx.query('delete from people.known_network where good_until < kernel.today()');
  await tx.query('delete from people.invitation where expires_at <= $1', [at]);
  await tx.query('delete from people.representation r where not exists (select from kernel.session s where s.id = r.session)');
}
