// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, stepped } from './step.ts';

const input = z.strictObject(itemSeen);

/** Ablage zurücknehmen: the item lies in the inbox again. Its document was withdrawn before. */
export const undoAssignment: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.undo-assignment',
  permission: 'post.handle',
  input,
  async decide({ input: seen, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'undone' });
    if (it instanceof Refusal) return it;
    return [stepped(it, 'undone', at, it.file === null ? {} : { file: it.file })];
  },
  apply: applyStepped,
};
