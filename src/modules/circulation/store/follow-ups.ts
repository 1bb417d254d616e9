// SPDX-License-Identifier: EUPL-1.2
import { plainDate } from '@fachwerk/german-calendar';
import type { Tx } from '../../../kernel/database.ts';
import { liftGate, raiseGate } from '../../../kernel/gate/index.ts';
import { newId } from '../../../kernel/id.ts';
import type { FollowUpMoved, FollowUpSet } from '../events/case-followed-up.ts';
import { nextInSeries, type Series } from '../rules/follow-up-days.ts';
import type { Step } from '../rules/order.ts';

/** A follow-up as commands see it. */
export interface LockedFollowUp {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly order: string | null;
  readonly step: string | null;
  readonly unit: string;
  readonly function: string | null;
  readonly due: string;
  readonly first: string;
  readonly series: Series | null;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly lock: number;
}

const columns = `id, file_id as file, case_id as "case", order_id as "order", step_id as step, unit_id as unit, function_id as function,
  due_on as due, first_on as first, series, state, lock`;

/** Locks a follow-up if the caller may change it. */
export async function findFollowUpForChange(tx: Tx, id: string): Promise<LockedFollowUp | undefined> {
  await tx.query('select 1 from circulation.follow_ups where id = $1 for update', [id]);
  const [row] = await tx.query<LockedFollowUp>(`select ${columns} from circulation.follow_ups where id = $1`, [id]);
  return row;
}

/** Open follow-ups of a case, locked, nearest first. */
export function openFollowUpsOf(tx: Tx, caseId: string): Promise<LockedFollowUp[]> {
  return tx.query<LockedFollowUp>(
    `select ${columns} from circulation.follow_ups where case_id = $1 and state = 'open' order by due_on, id for update`,
    [caseId],
  );
}

interface ForStep {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly reference: string;
  readonly subject: string;
  readonly day: string;
}

/** The follow-up that a step of an order asks for, once it is the step's turn; moved with the step's date. */
export async function setForStep(tx: Tx, order: ForStep, step: Step): Promise<void> {
  const today = plainDate(order.day);
  const due = step.due ?? (step.series === null ? order.day : nextInSeries(today, step.series, today));
  await tx.query(
    `insert into circulation.follow_ups (id, file_id, case_id, order_id, step_id, unit_id, function_id, reference, subject, due_on, first_on, series, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12)
     on conflict (step_id) do update set due_on = excluded.due_on, lock = circulation.follow_ups.lock + 1
       where circulation.follow_ups.state = 'open' and $13 and circulation.follow_ups.due_on <> excluded.due_on`,
    [
      newId(),
      order.file,
      order.case,
      order.id,
      step.id,
      step.seat.unit,
      step.seat.function,
      order.reference,
      order.subject,
      due,
      step.series,
      step.note,
      step.due !== null && step.series === null,
    ],
  );
}

/** What steps asked for is over with them. */
export async function endForSteps(tx: Tx, steps: readonly string[], state: 'done' | 'cancelled'): Promise<void> {
  if (steps.length === 0) return;
  await tx.query("update circulation.follow_ups set state = $2, lock = lock + 1 where step_id = any ($1) and state = 'open'", [
    steps,
    state,
  ]);
}

/** Writes a follow-up of its own; it keeps its case open. */
export async function applyFollowUpSet(tx: Tx, { object, file, facts }: FollowUpSet): Promise<void> {
  await tx.query(
    `insert into circulation.follow_ups (id, file_id, case_id, unit_id, function_id, reference, subject, due_on, first_on, series, note, woken)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
    [
      idOf(object),
      file,
      facts.case,
      facts.unit,
      facts.function,
      facts.reference,
      facts.subject,
      facts.due,
      facts.series,
      facts.note,
      facts.woken,
    ],
  );
  const gate = { subject: `case:${facts.case}`, action: 'records.close-case', reason: 'circulation.gate.follow-up-open' };
  await raiseGate(tx, { ...gate, owner: 'circulation', source: object, overridable: false });
}

/** Writes its new day or its end. */
export async function applyFollowUpMoved(tx: Tx, { type, object, facts }: FollowUpMoved): Promise<void> {
  const woken = type === 'circulation.follow-up-woken';
  await tx.query(
    `update circulation.follow_ups set due_on = $2, state = $3, woken = $4, note = case when $5 = '' then note else $5 end, lock = lock + 1 where id = $1`,
    [idOf(object), facts.due, facts.state, woken, facts.note],
  );
  if (facts.state !== 'open') await liftGate(tx, { owner: 'circulation', source: object });
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
