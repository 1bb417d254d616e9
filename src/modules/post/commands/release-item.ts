// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, reasonText, stepped } from './step.ts';

const input = z.strictObject({ ...itemSeen, reason: reasonText });

/** Freigeben: somebody in charge looked into it and says why it is harmless. */
export const releaseItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.release-item',
  permission: 'post.release',
  input,
  async decide({ input: { reason, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'released' });
    return it instanceof Refusal ? it : [stepped(it, 'released', at, { note: reason, hazards: [] })];
  },
  apply: applyStepped,
};
