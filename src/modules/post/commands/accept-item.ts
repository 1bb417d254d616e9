// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, stepped } from './step.ts';

const input = z.strictObject(itemSeen);

/** Annehmen: the office acknowledges what was given to it; the book of the other one says so. */
export const acceptItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.accept-item',
  permission: 'post.handle',
  input,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'accepted' });
    return it instanceof Refusal ? it : [stepped(it, 'accepted', at)];
  },
  apply: applyStepped,
};
