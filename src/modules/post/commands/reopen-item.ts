// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, stepped } from './step.ts';

const input = z.strictObject(itemSeen);

/** Wieder vorlegen: what was set aside lies in the inbox again. What was refused as hostile stays in quarantine's reach. */
export const reopenItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.reopen-item',
  permission: 'post.handle',
  input,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'reopened' });
    if (it instanceof Refusal) return it;
    if (it.hazards.length > 0) return new Refusal('conflict', 'post.was-refused');
    return [stepped(it, 'reopened', at)];
  },
  apply: applyStepped,
};
