// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { liftGate, raiseGate } from '../../../kernel/gate/index.ts';
import { keepsCaseOpen, type OrderState, type Step, waitsForCosignature } from '../rules/order.ts';
import { endForSteps, setForStep } from './follow-ups.ts';

/** What an order hangs on. */
export interface OrderAround {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly document: string | null;
  readonly unit: string;
  readonly reference: string;
  readonly subject: string;
  readonly state: OrderState;
  readonly day: string;
}

/** What an order holds up in the E-Akte, and which follow-ups are due now because of it. */
export async function settleAround(tx: Tx, order: OrderAround, steps: readonly Step[]): Promise<void> {
  const source = `order:${order.id}`;
  const alive = order.state === 'running' || order.state === 'returned';
  const closing = { subject: `case:${order.case}`, action: 'records.close-case', reason: 'circulation.gate.order-open' };
  await stand(tx, { ...closing, owner: 'circulation', source, overridable: false }, alive && keepsCaseOpen(steps));
  if (order.document !== null) {
    const signing = {
      subject: `document:${order.document}`,
      action: 'records.sign-off-document',
      reason: 'circulation.gate.cosign-open',
    };
    await stand(tx, { ...signing, owner: 'circulation', source, overridable: false }, alive && waitsForCosignature(steps));
  }
  const reminders = steps.filter(({ kind }) => kind === 'follow-up');
  for (const step of reminders) if (alive && step.state === 'current') await setForStep(tx, order, step);
  const ended = (state: Step['state']) => reminders.filter((step) => step.state === state).map(({ id }) => id);
  await endForSteps(tx, ended('done'), 'done');
  await endForSteps(tx, ended('skipped'), 'cancelled');
}

async function stand(tx: Tx, gate: Parameters<typeof raiseGate>[1], wanted: boolean): Promise<void> {
  if (wanted) await raiseGate(tx, gate);
  else await liftGate(tx, { owner: gate.owner, source: gate.source, action: gate.action });
}
