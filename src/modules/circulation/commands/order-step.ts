// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { actingIn, findPresentedDocument } from '../../records/index.ts';
import type { StepFacts } from '../events/order-started.ts';
import type { OrderStep, OrderStepped } from '../events/order-stepped.ts';
import { maySteer, type OrderNow } from '../rules/acting.ts';
import { localDay } from '../rules/local-day.ts';
import { isThrough, type OrderState, type Step } from '../rules/order.ts';
import { findOrderForChange, type LockedOrder } from '../store/orders.ts';

/** Which order, and as which state the person saw it. */
export const orderSeen = { order: z.uuid(), lock: z.coerce.number().int().min(1) };
/** Why, in a sentence. */
export const reasonText = z.string().trim().min(3).max(1_000);

/** An order with the newest version of its document. */
export type OrderHere = LockedOrder & OrderNow;

/** Locks the order and looks how far its document is; a refusal when it does not exist for the caller. */
export async function findOrder(tx: Tx, id: string): Promise<OrderHere | Refusal> {
  const order = await findOrderForChange(tx, id);
  if (!order) return new Refusal('not-found', 'circulation.order-not-found');
  const document = order.document === null ? undefined : await findPresentedDocument(tx, order.document);
  return { ...order, versions: document?.versions ?? null };
}

/** The order, for whoever may write in its file: they take it back, change it, send it on. */
export async function findOrderToSteer(
  tx: Tx,
  caller: Caller,
  wish: { readonly order: string; readonly lock: number; readonly states?: readonly OrderState[] },
): Promise<OrderHere | Refusal> {
  const order = await findOrder(tx, wish.order);
  if (order instanceof Refusal) return order;
  const no =
    maySteer(order, wish.lock, wish.states) ?? (await actingIn(tx, caller, { file: order.file, permission: 'records.write' }));
  return no ?? order;
}

/** How the order goes on. */
export interface After {
  readonly steps: readonly Step[];
  readonly state?: OrderState;
  readonly marked?: OrderStepped['facts']['marked'];
  readonly reason?: string;
}

/** The event of a step of the order. One that is through is completed. */
export function orderStepped(order: LockedOrder, type: OrderStep, at: Date, after: After): OrderStepped {
  const { steps, marked = null, reason = '' } = after;
  const state = after.state ?? (isThrough(steps) ? 'completed' : 'running');
  const ended = state === 'completed' ? 'order-completed' : type;
  const facts = { state, day: localDay(at), marked, reason, steps: steps as unknown as StepFacts[] };
  return { type: `circulation.${ended}`, object: `order:${order.id}`, file: order.file, unit: order.unit, facts };
}
