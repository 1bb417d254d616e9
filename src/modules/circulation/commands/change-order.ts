// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { isSignature } from '../rules/kinds.ts';
import { changeCourse } from '../rules/order.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { findOrderToSteer, orderSeen, orderStepped } from './order-step.ts';
import { mustBeClear, readTyped } from './typed-order.ts';

const input = z.strictObject({ ...orderSeen, text: z.string().trim().min(1).max(12_000) });

/** Laufweg ändern, while it runs (xdomea 0203): what is done stays, what was still to come is replaced by what was typed. */
export const changeOrder: Command<z.infer<typeof input>, OrderStepped> = {
  name: 'circulation.change-order',
  permission: 'circulation.order',
  input,
  async decide({ input: { text, ...seen }, caller, at, tx }) {
    const order = await findOrderToSteer(tx, caller, seen);
    if (order instanceof Refusal) return order;
    const typed = await readTyped(tx, caller, { text, unit: order.unit, at });
    const unclear = mustBeClear(typed);
    if (unclear) return unclear;
    if (order.document === null && typed.steps.some(({ kind }) => isSignature(kind)))
      return new Refusal('invalid', 'circulation.sign-needs-document', {}, { text: 'circulation.sign-needs-document' });
    const ids = typed.steps.map(() => newId());
    return [orderStepped(order, 'order-changed', at, { steps: changeCourse(order.steps, typed.steps, ids) })];
  },
  apply: applyOrderStepped,
};
