// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { liftGate, raiseGate } from '../../../kernel/gate/index.ts';
import type { HoldLifted, HoldSet } from '../events/hold.ts';
import type { Hold } from '../rules/hold.ts';

const columns = `id, scope, subject, reason, basis, keeper_unit as "keeperUnit", set_on as "setOn", lifted_on as "liftedOn", file_id as file`;

/** A hold with the file it is about. */
export interface LockedHold extends Hold {
  readonly file: string | null;
}

/** Locks a hold that the caller may see. */
export async function findHoldForChange(tx: Tx, id: string): Promise<LockedHold | undefined> {
  const [row] = await tx.query<LockedHold>(`select ${columns} from disposal.holds where id = $1 for update`, [id]);
  return row;
}

/** Is the destruction of this case held up, by a hold that the caller may see or not? */
export async function isHeld(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>('select disposal.is_held($1) as held', [id]);
  return row?.held ?? true;
}

/** Writes the hold. While it stands, no names are erased in its file either: they may be the evidence. */
export async function applyHoldSet(tx: Tx, { object, file, facts }: HoldSet): Promise<void> {
  const id = object.slice('hold:'.length);
  await tx.query(
    'insert into disposal.holds (id, scope, subject, file_id, reason, basis, keeper_unit, set_on) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, facts.scope, facts.subject, file ?? null, facts.reason, facts.basis, facts.keeperUnit, facts.setOn],
  );
  if (file === undefined) return;
  const gate = { reason: 'disposal.gate.held', owner: 'disposal', source: `hold:${id}`, overridable: false };
  await raiseGate(tx, { ...gate, subject: `file:${file}`, action: 'records.erase-personal' });
  await raiseGate(tx, { ...gate, subject: `${facts.scope}:${facts.subject}`, action: 'records.destroy-case' });
}

/** Lifts it. */
export async function applyHoldLifted(tx: Tx, { object, facts }: HoldLifted): Promise<void> {
  await tx.query('update disposal.holds set lifted_on = $2, lift_reason = $3 where id = $1', [
    object.slice('hold:'.length),
    facts.day,
    facts.reason,
  ]);
  await liftGate(tx, { owner: 'disposal', source: object });
}
