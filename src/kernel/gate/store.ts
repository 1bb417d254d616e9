// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../database.ts';
import { newId } from '../id.ts';
import type { Gate, GatePlace, GateWanted } from './gate.ts';

const columns = `id, subject_kind || ':' || subject_id as subject, action, reason, owner, source, overridable`;

/** Puts up a gate in the caller's transaction; one that stands already for the same source is left as it is. */
export async function raiseGate(tx: Tx, { subject, action, reason, owner, source, overridable }: GateWanted): Promise<void> {
  await holdStill(tx, { subject, action }, 'change');
  await tx.query(
    `insert into kernel.gate (id, subject_kind, subject_id, action, reason, owner, source, overridable)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [newId(), ...parted(subject), action, reason, owner, source, overridable],
  );
}

/** Takes down what the owner put up for this source, before one action or before all. Returns how many gates that were. */
export async function liftGate(tx: Tx, of: { owner: string; source: string; action?: string }): Promise<number> {
  const lifted = await tx.query(
    `update kernel.gate set state = 'lifted'
      where owner = $1 and source = $2 and ($3::text is null or action = $3) and state = 'blocking' returning id`,
    [of.owner, of.source, of.action ?? null],
  );
  return lifted.length;
}

/** Gates that stand, for a page. */
export async function gatesOn(tx: Tx, subject: string, action: string): Promise<Gate[]> {
  return tx.query<Gate>(
    `select ${columns} from kernel.gate where subject_kind = $1 and subject_id = $2 and action = $3 and state = 'blocking' order by id`,
    [...parted(subject), action],
  );
}

/** Gates that stand, for a command: none can be put up between this question and the end of the act. */
export async function askGates(tx: Tx, subject: string, action: string): Promise<Gate[]> {
  await holdStill(tx, { subject, action }, 'ask');
  return gatesOn(tx, subject, action);
}

/** A standing gate by its id, locked. */
export async function lockGate(tx: Tx, id: string): Promise<Gate | undefined> {
  const [gate] = await tx.query<Gate>(`select ${columns} from kernel.gate where id = $1 and state = 'blocking' for update`, [id]);
  return gate;
}

/** Passes a gate: the reason stands in the event of the command that does it. */
export async function overrideGate(tx: Tx, id: string): Promise<void> {
  await tx.query(`update kernel.gate set state = 'overridden' where id = $1 and state = 'blocking'`, [id]);
}

/** Without this lock an act could slip through while the transaction that puts up the gate has not committed yet. */
async function holdStill(tx: Tx, { subject, action }: GatePlace, why: 'ask' | 'change'): Promise<void> {
  const lock = why === 'ask' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`select ${lock}(hashtextextended($1, 60))`, [`${subject} ${action}`]);
}

function parted(subject: string): [kind: string, id: string] {
  const colon = subject.indexOf(':');
  return [subject.slice(0, colon), subject.slice(colon + 1)];
}
