// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { mayActNow, maySit } from '../rules/acting.ts';
import type { OrderState, Step } from '../rules/order.ts';
import { sittingAt } from '../store/sitting.ts';

/** For the page: of each step that is due, why the caller may not mark it; the same rules that the command asks. */
export async function askSteps<One extends Step>(
  tx: Tx,
  caller: Caller,
  order: { readonly state: OrderState; readonly steps: readonly One[] },
): Promise<{ step: One; no: Refusal | undefined }[]> {
  const asked: { step: One; no: Refusal | undefined }[] = [];
  for (const step of order.steps.filter(({ state }) => state === 'current'))
    asked.push({ step, no: mayActNow(order, step) ?? maySit(step, await sittingAt(tx, caller, step.seat)) });
  return asked;
}
