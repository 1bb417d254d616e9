// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { askAgain, sentBack } from '../rules/order.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { findOrderToSteer, orderSeen, orderStepped } from './order-step.ts';

const input = z.strictObject({ ...orderSeen, note: z.string().trim().max(1_000).default('') });

/** Weiterleiten nach einer Rückgabe: who sent it back is asked again. */
export const resumeOrder: Command<z.infer<typeof input>, OrderStepped> = {
  name: 'circulation.resume-order',
  permission: 'circulation.order',
  input,
  async decide({ input: { note, ...seen }, caller, at, tx }) {
    const order = await findOrderToSteer(tx, caller, { ...seen, states: ['returned'] });
    if (order instanceof Refusal) return order;
    const wanted = sentBack(order.steps);
    const ids = wanted.map(() => newId());
    return [orderStepped(order, 'order-resumed', at, { steps: askAgain(order.steps, wanted, ids), reason: note })];
  },
  apply: applyOrderStepped,
};
