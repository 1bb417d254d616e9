// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { applyStepped } from '../store/items.ts';
import { beginStep, itemSeen, line, stepped } from './step.ts';

const input = z.strictObject({ ...itemSeen, office: z.uuid(), note: line(500) });

/** Weitergeben: it goes into another office's inbox and waits there to be accepted; until then it can be taken back. */
export const forwardItem: Command<z.infer<typeof input>, ItemStepped> = {
  name: 'post.forward-item',
  permission: 'post.handle',
  input,
  async decide({ input: { office, note, ...seen }, caller, at, tx }) {
    const it = await beginStep(tx, caller, { ...seen, step: 'forwarded' });
    if (it instanceof Refusal) return it;
    const unit = await unitById(tx, office);
    if (!unit || unit.retired) return new Refusal('invalid', 'post.no-office', {}, { office: 'post.no-office' });
    if (office === it.office) return new Refusal('invalid', 'post.lies-there', {}, { office: 'post.lies-there' });
    return [stepped(it, 'forwarded', at, { office, from: it.office, note })];
  },
  apply: applyStepped,
};
