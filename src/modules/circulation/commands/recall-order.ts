// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { skipRest } from '../rules/order.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { findOrderToSteer, orderSeen, orderStepped, reasonText } from './order-step.ts';

const input = z.strictObject({ ...orderSeen, reason: reasonText });

/** Zurückholen: what is left of the way is not gone; what was signed stays visible. */
export const recallOrder: Command<z.infer<typeof input>, OrderStepped> = {
  name: 'circulation.recall-order',
  permission: 'circulation.order',
  input,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const order = await findOrderToSteer(tx, caller, seen);
    if (order instanceof Refusal) return order;
    return [orderStepped(order, 'order-recalled', at, { steps: skipRest(order.steps), state: 'recalled', reason })];
  },
  apply: applyOrderStepped,
};
