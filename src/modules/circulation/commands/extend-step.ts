// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { localDay } from '../rules/local-day.ts';
import { isFinished } from '../rules/order.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { findOrderToSteer, orderSeen, orderStepped } from './order-step.ts';

const input = z.strictObject({ ...orderSeen, step: z.uuid(), due: z.iso.date() });

/** Frist eines Schritts verlegen. */
export const extendStep: Command<z.infer<typeof input>, OrderStepped> = {
  name: 'circulation.extend-step',
  permission: 'circulation.order',
  input,
  async decide({ input: { step: id, due, ...seen }, caller, at, tx }) {
    const order = await findOrderToSteer(tx, caller, seen);
    if (order instanceof Refusal) return order;
    const step = order.steps.find((one) => one.id === id);
    if (!step || isFinished(step)) return new Refusal('conflict', 'circulation.step-is-finished');
    if (due < localDay(at)) return new Refusal('invalid', 'circulation.day-is-over', {}, { due: 'circulation.day-is-over' });
    const steps = order.steps.map((one) => (one.id === id ? { ...one, due } : one));
    return [orderStepped(order, 'order-extended', at, { steps, state: order.state })];
  },
  apply: applyOrderStepped,
};
