// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { findCaseView } from '../../records/index.ts';
import type { FollowUpMoved, FollowUpSet } from '../events/case-followed-up.ts';
import { localDay } from '../rules/local-day.ts';
import { applyFollowUpMoved, applyFollowUpSet, openFollowUpsOf } from '../store/follow-ups.ts';

const input = z.strictObject({ case: z.uuid(), title: z.string().max(400) });

/** Post weckt den Vorgang: what was to be seen later is to be seen today; a waiting case without a follow-up gets one. */
export const wakeCase: Command<z.infer<typeof input>, FollowUpSet | FollowUpMoved> = {
  name: 'circulation.wake-case',
  permission: 'circulation.act',
  input,
  async decide({ input: { case: id, title }, caller, at, tx }) {
    if (caller.system === undefined) return new Refusal('not-permitted', 'kernel.not-permitted');
    const it = await findCaseView(tx, id);
    if (!it || it.state === 'draft') return [];
    const today = localDay(at);
    const open = await openFollowUpsOf(tx, id);
    const [next] = open;
    if (next) {
      if (next.due <= today) return [];
      const facts = { due: today, state: 'open' as const, note: '' };
      return [{ type: 'circulation.follow-up-woken', object: `follow-up:${next.id}`, file: it.file, unit: next.unit, facts }];
    }
    if (it.state !== 'waiting') return []; // filed meanwhile: nothing can arrive for a filed case, so this came before and was seen
    const where = { case: id, unit: it.leadUnit, function: null, reference: it.reference ?? '', subject: it.subject };
    const facts = { ...where, due: today, series: null, note: title, woken: true };
    return [{ type: 'circulation.follow-up-set', object: `follow-up:${newId()}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: (tx, event) =>
    event.type === 'circulation.follow-up-set' ? applyFollowUpSet(tx, event) : applyFollowUpMoved(tx, event),
};
