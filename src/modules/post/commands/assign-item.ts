// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { actingIn, documentSource } from '../../records/index.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, stepped } from './step.ts';

const input = z.strictObject({
  ...itemSeen,
  document: z.uuid(),
  /** Place of the case among the proposals, 0 when it was none of them; null when none were shown. */
  place: z.number().int().min(0).max(20).nullable().default(null),
});

/** Ablegen: the item has become a document of a case. That the document holds the very bytes is looked up, not believed. */
export const assignItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.assign-item',
  permission: 'post.handle',
  input,
  async decide({ input: { document, place, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'assigned' });
    if (it instanceof Refusal) return it;
    const there = await documentSource(tx, document);
    if (!there || (it.content !== null && there.content !== it.content))
      return new Refusal('not-found', 'records.document.not-found');
    const no = await actingIn(tx, caller, { file: there.file, permission: 'records.write' });
    if (no) return no;
    return [stepped(it, 'assigned', at, { file: there.file, case: there.case, document, place })];
  },
  apply: applyStepped,
};
