// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...itemSeen, reason: reasonText });

/** Abweisen: what is hostile stays locked for good and is done with. */
export const refuseItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.refuse-item',
  permission: 'post.release',
  input,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'refused' });
    return it instanceof Refusal ? it : [stepped(it, 'refused', at, { note: reason })];
  },
  apply: applyStepped,
};
