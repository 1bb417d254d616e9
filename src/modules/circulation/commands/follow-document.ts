// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import { isFinalSignature } from '../rules/kinds.ts';
import { askAgain, isFinished, markStep, overtaken, type Step } from '../rules/order.ts';
import { applyOrderStepped, findOrderForChange, ordersOfCase, ordersOfDocument } from '../store/orders.ts';
import { orderStepped } from './order-step.ts';

const input = z.strictObject({
  object: z.string().regex(/^(document|case):[0-9a-f-]{36}$/),
  happened: z.enum(['version-added', 'document-signed-off', 'case-filed']),
  version: z.number().int().min(0).default(0),
  person: z.uuid().nullable().default(null),
  represented: z.uuid().nullable().default(null),
});
type Input = z.infer<typeof input>;

/**
 * What happens to a document or case in the E-Akte goes on in its orders: a new version asks for the signatures again, a final signature there
 * is the final signature here, z.d.A. there is z.d.A. here.
 */
export const followDocument: Command<Input, OrderStepped> = {
  name: 'circulation.follow-document',
  permission: 'circulation.act',
  input,
  async decide({ input, caller, at, tx }) {
    if (caller.system === undefined) return new Refusal('not-permitted', 'kernel.not-permitted');
    const id = input.object.slice(input.object.indexOf(':') + 1);
    const orders = input.object.startsWith('case:') ? await ordersOfCase(tx, id) : await ordersOfDocument(tx, id);
    const events: OrderStepped[] = [];
    for (const one of orders) {
      const order = await findOrderForChange(tx, one);
      const after = order && goOn(order.steps, input);
      if (!order || !after) continue;
      const { steps, marked } = after;
      const who = marked === undefined ? null : { step: marked, person: input.person, represented: input.represented, words: '' };
      const type = input.happened === 'version-added' ? 'order-reopened' : 'order-marked';
      events.push(
        orderStepped(order, type, at, {
          steps,
          marked: who,
          ...(order.state === 'returned' ? { state: 'returned' as const } : {}),
        }),
      );
    }
    return events;
  },
  apply: applyOrderStepped,
};

/** How the steps stand afterwards; undefined when nothing follows. */
function goOn(steps: readonly Step[], { happened, version }: Input): { steps: Step[]; marked?: string } | undefined {
  if (happened === 'version-added') {
    const wanted = overtaken(steps, version);
    const ids = wanted.map(() => newId());
    return wanted.length === 0 ? undefined : { steps: askAgain(steps, wanted, ids) };
  }
  const fits = (step: Step) => (happened === 'case-filed' ? step.kind === 'close' : isFinalSignature(step.kind));
  const step = steps.find((one) => fits(one) && !isFinished(one));
  if (!step) return undefined;
  const mark = happened === 'case-filed' ? 'done' : 'signed';
  return { steps: markStep(steps, step.id, { mark, version: version || null }), marked: step.id };
}
