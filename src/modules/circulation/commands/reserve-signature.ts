// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { functionsHeld, personName } from '../../people/index.ts';
import { actingIn } from '../../records/index.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { mayReserve } from '../rules/acting.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { ownFunction } from '../store/sitting.ts';
import { findOrder, orderStepped } from './order-step.ts';

const input = z.strictObject({ order: z.uuid(), step: z.uuid() });

/** Schlusszeichnung vorbehalten („+“): a superior signs themselves, and no deputy. */
export const reserveSignature: Command<z.infer<typeof input>, OrderStepped> = {
  name: 'circulation.reserve-signature',
  permission: 'records.sign',
  input,
  async decide({ input, caller, at, tx }) {
    const order = await findOrder(tx, input.order);
    if (order instanceof Refusal) return order;
    const step = order.steps.find(({ id }) => id === input.step);
    if (!step) return new Refusal('not-found', 'circulation.step-not-found');
    const no = mayReserve(order, step) ?? (await actingIn(tx, caller, { file: order.file, permission: 'records.sign' }));
    if (no) return no;
    const own = await ownFunction(tx, caller, order.unit);
    const held =
      own === null || caller.person === null ? undefined : (await functionsHeld(tx, caller.person)).find(({ id }) => id === own);
    if (!held || caller.onBehalfOf !== undefined) return new Refusal('not-permitted', 'circulation.reserve-yourself');
    const label = `${(await personName(tx, caller.person ?? '')) ?? ''} (${held.unitCode})`;
    const seat = { unit: held.unit, function: held.id, head: false, label };
    const steps = order.steps.map((one) => (one.id === step.id ? { ...one, kind: 'reserved-sign' as const, seat } : one));
    return [orderStepped(order, 'order-reserved', at, { steps, state: order.state })];
  },
  apply: applyOrderStepped,
};
