// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, stepped } from './step.ts';

const input = z.strictObject(itemSeen);

/** Zurückholen: what was forwarded by mistake and not accepted yet comes back. */
export const takeItemBack: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.take-item-back',
  permission: 'post.handle',
  input,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'taken-back' });
    if (it instanceof Refusal) return it;
    if (it.from === null) return new Refusal('conflict', 'post.not-now.new');
    return [stepped(it, 'taken-back', at, { office: it.from })];
  },
  apply: applyStepped,
};
