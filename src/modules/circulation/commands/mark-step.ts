// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command, Occasion } from '../../../kernel/command.ts';
import type { Event } from '../../../kernel/event.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { closeCase, signOffDocument } from '../../records/index.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { mayMark } from '../rules/acting.ts';
import { isFinalSignature, marks } from '../rules/kinds.ts';
import { markStep as marked, overtaken, type Step } from '../rules/order.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { sittingAt } from '../store/sitting.ts';
import { findOrder, orderStepped, type OrderHere } from './order-step.ts';

const input = z.strictObject({
  order: z.uuid(),
  step: z.uuid(),
  mark: z.enum(marks),
  words: z.string().trim().max(4_000).default(''),
  versionRead: z.coerce.number().int().min(0).default(0),
});
type Input = z.infer<typeof input>;

/**
 * Zeichnen: co-sign, take note, comment, sign, send back. The final signature signs the document in the E-Akte, z.d.A. closes the case, in the
 * same act: both or none.
 */
export const markStep: Command<Input, Event> = {
  name: 'circulation.mark-step',
  permission: 'circulation.act',
  weighty: true,
  input,
  async decide(occasion) {
    const { input, caller, at, tx } = occasion;
    const order = await findOrder(tx, input.order);
    if (order instanceof Refusal) return order;
    const step = order.steps.find(({ id }) => id === input.step);
    if (!step) return new Refusal('not-found', 'circulation.step-not-found');
    const marking = { mark: input.mark, words: input.words, versionRead: input.versionRead };
    const no = mayMark(order, step, { marking, sitting: await sittingAt(tx, caller, step.seat) });
    if (no) return no;
    const below = await actBelow(occasion, order, step);
    if (below instanceof Refusal) return below;
    const who = { step: step.id, person: caller.person, represented: caller.onBehalfOf ?? null, words: input.words };
    const steps = marked(order.steps, step.id, { mark: input.mark, version: order.versions });
    const back = input.mark === 'returned' || input.mark === 'refused';
    return [
      ...below,
      orderStepped(order, back ? 'order-returned' : 'order-marked', at, {
        steps,
        marked: who,
        ...(back ? { state: 'returned' } : {}),
      }),
    ];
  },
  apply: (tx, event, at) => (isOfOrder(event) ? applyOrderStepped(tx, event) : applyBelow(event.type)(tx, event, at)),
};

/** What the mark means in the E-Akte: its own command decides, with its own rules. */
async function actBelow(occasion: Occasion<Input>, order: OrderHere, step: Step): Promise<readonly Event[] | Refusal> {
  const { input } = occasion;
  if (input.mark === 'signed' && isFinalSignature(step.kind)) {
    if (overtaken(order.steps, order.versions ?? 0).length > 0) return new Refusal('conflict', 'circulation.gate.cosign-open');
    return signOffDocument.decide({ ...occasion, input: { document: order.document ?? '', versionRead: input.versionRead } });
  }
  if (step.kind === 'close' && input.mark === 'done') return closeCase.decide({ ...occasion, input: { case: order.case } });
  return [];
}

function isOfOrder(event: Event): event is OrderStepped {
  return event.type.startsWith('circulation.');
}

function applyBelow(type: string): Command<never, Event>['apply'] {
  const command = type === 'records.case-filed' ? closeCase : signOffDocument;
  return command.apply as Command<never, Event>['apply'];
}
