// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemDescribed } from '../events/item-described.ts';
import { localDay } from '../rules/local-day.ts';
import { routeFor } from '../rules/route.ts';
import { applyDescribed, findItemForChange, type LockedItem } from '../store/items.ts';
import { listRules } from '../store/routes.ts';
import { textOf } from '../store/reading.ts';
import { line, mayActFor } from './step.ts';

const input = z.strictObject({
  item: z.uuid(),
  sender: line(300),
  senderAddress: line(300).optional(),
  recipient: line(300).optional(),
  subject: line(300),
  datedOn: z.preprocess((value) => (value === '' ? null : value), z.iso.date().nullable().default(null)),
  foreignReference: line(120),
  messageId: line(1000).optional(),
  answers: z.array(z.string().max(1000)).max(100).optional(),
});

/** Beschreiben: who writes, about what, of which day; read by itself first, corrected by hand where the reading erred. */
export const describeItem: Command<z.infer<typeof input>, ItemDescribed> = {
  name: 'post.describe-item',
  permission: 'post.handle',
  input,
  async decide({ input: { item, ...words }, caller, tx }) {
    const it = await findItemForChange(tx, item);
    if (!it) return new Refusal('not-found', 'post.not-found');
    const no = await mayActFor(tx, caller, { permission: 'post.handle', unit: it.office });
    if (no) return no;
    const facts = {
      senderAddress: it.senderAddress,
      recipient: it.recipient,
      messageId: it.messageId,
      answers: it.answers,
      ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)),
    } as Omit<ItemDescribed['facts'], 'office'>;
    // Only what nobody has touched moves by itself, and only when it has just been read.
    const office = caller.system !== undefined && it.state === 'new' ? await routed(tx, it, facts) : it.office;
    return [{ type: 'post.described', object: `item:${item}`, unit: it.office, facts: { ...facts, office } }];
  },
  apply: (tx, event, at) => applyDescribed(tx, event, localDay(at)),
};

async function routed(
  tx: Parameters<typeof textOf>[0],
  { id, office, barcode }: LockedItem,
  facts: Omit<ItemDescribed['facts'], 'office'>,
): Promise<string> {
  const words = `${facts.subject} ${(await textOf(tx, id)).join(' ')}`;
  return routeFor({ ...facts, barcode, words }, await listRules(tx))?.office ?? office;
}
