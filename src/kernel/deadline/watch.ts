// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate, Suspension } from '@fachwerk/german-calendar';
import type { Tx } from '../database.ts';
import { Refusal } from '../refusal.ts';
import * as rules from './rules.ts';
import type { DeadlineBeginning, Holidays } from './rules.ts';
import { findDeadline, holidayChanges, insertDeadline, lockDeadline, saveDeadline } from './store.ts';
import type { DeadlineExplanation, DeadlineOutcome, TrackedDeadline } from './tracked-deadline.ts';

/** Begins a deadline in the caller's transaction and returns it with its due date. */
export async function startDeadline(tx: Tx, beginning: DeadlineBeginning): Promise<TrackedDeadline> {
  const deadline = rules.begin(beginning, await holidayChanges(tx, beginning.place.land));
  await insertDeadline(tx, deadline);
  return deadline;
}

/** Lets a running deadline rest from a day on. */
export async function suspendDeadline(
  tx: Tx,
  id: string,
  suspension: Omit<Suspension, 'to'>,
): Promise<TrackedDeadline | Refusal> {
  return changing(tx, id, (deadline, holidays) => rules.suspend(deadline, suspension, holidays));
}

/** Lets a resting deadline run on after the last day that is not counted. */
export async function resumeDeadline(tx: Tx, id: string, lastDay: PlainDate): Promise<TrackedDeadline | Refusal> {
  return changing(tx, id, (deadline, holidays) => rules.resume(deadline, lastDay, holidays));
}

/** Ends the watch over a deadline. */
export async function closeDeadline(
  tx: Tx,
  id: string,
  end: { outcome: DeadlineOutcome; on: PlainDate },
): Promise<TrackedDeadline | Refusal> {
  return changing(tx, id, (deadline) => rules.close(deadline, end.outcome, end.on));
}

/** A deadline with the reasons for its end; undefined when the caller may not see it. */
export async function deadlineExplained(
  tx: Tx,
  id: string,
): Promise<{ deadline: TrackedDeadline; steps: DeadlineExplanation } | undefined> {
  const deadline = await findDeadline(tx, id);
  if (!deadline) return undefined;
  return { deadline, steps: rules.explainDeadline(deadline, await holidayChanges(tx, deadline.place.land)) };
}

type Change = (deadline: TrackedDeadline, holidays: Holidays) => TrackedDeadline | Refusal;

async function changing(tx: Tx, id: string, change: Change): Promise<TrackedDeadline | Refusal> {
  const deadline = await lockDeadline(tx, id);
  if (!deadline) return new Refusal('not-found', 'kernel.not-found');
  const changed = change(deadline, await holidayChanges(tx, deadline.place.land));
  if (!(changed instanceof Refusal)) await saveDeadline(tx, changed);
  return changed;
}
