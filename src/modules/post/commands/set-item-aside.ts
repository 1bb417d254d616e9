// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...itemSeen, reason: reasonText });

/** Weglegen: no file needs it, and the reason is kept. */
export const setItemAside: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.set-item-aside',
  permission: 'post.handle',
  input,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'set-aside' });
    return it instanceof Refusal ? it : [stepped(it, 'set-aside', at, { note: reason })];
  },
  apply: applyStepped,
};
