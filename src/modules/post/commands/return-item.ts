// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...itemSeen, reason: reasonText });

/** Zurückgeben: the office is not in charge, and says why. */
export const returnItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.return-item',
  permission: 'post.handle',
  input,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'returned' });
    if (it instanceof Refusal) return it;
    if (it.from === null) return new Refusal('conflict', 'post.not-now.new');
    return [stepped(it, 'returned', at, { office: it.from, from: it.office, note: reason })];
  },
  apply: applyStepped,
};
