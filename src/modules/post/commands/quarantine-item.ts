// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({
  ...itemSeen,
  reason: reasonText,
  hazards: z.array(z.string().max(60)).max(40).default([]),
});

/** In Quarantäne: nobody opens it before somebody in charge has decided. */
export const quarantineItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.quarantine-item',
  permission: 'post.handle',
  input,
  async decide({ input: { reason, hazards, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'quarantined' });
    if (it instanceof Refusal) return it;
    return [stepped(it, 'quarantined', at, { note: reason, hazards: hazards.length > 0 ? hazards : ['by-hand'] })];
  },
  apply: applyStepped,
};
