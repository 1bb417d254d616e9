// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { actingIn, findCaseView } from '../../records/index.ts';
import type { FollowUpSet } from '../events/case-followed-up.ts';
import { daysAfter, seriesKinds, spans } from '../rules/follow-up-days.ts';
import { localDay } from '../rules/local-day.ts';
import { applyFollowUpSet } from '../store/follow-ups.ts';
import { ownFunction } from '../store/sitting.ts';

const input = z.strictObject({
  case: z.uuid(),
  /** A usual span by one click, or a day. */
  span: z.enum(spans).optional(),
  due: z.union([z.iso.date(), z.literal('')]).default(''),
  series: z.union([z.enum(seriesKinds), z.literal('')]).default(''),
  note: z.string().trim().max(500).default(''),
  /** Before whom: oneself, or the unit in charge. */
  before: z.enum(['self', 'unit']).default('self'),
});

/** Wiedervorlage setzen: the case comes back on a day. */
export const setFollowUp: Command<z.infer<typeof input>, FollowUpSet> = {
  name: 'circulation.set-follow-up',
  permission: 'circulation.act',
  input,
  async decide({ input, caller, at, tx }) {
    const it = await findCaseView(tx, input.case);
    if (!it) return new Refusal('not-found', 'circulation.case-not-found');
    if (it.state === 'filed') return new Refusal('conflict', 'circulation.case-is-filed');
    const no = await actingIn(tx, caller, { file: it.file, permission: 'records.write' });
    if (no) return no;
    const today = localDay(at);
    const due = input.span === undefined ? input.due : daysAfter(today, input.span);
    if (due === '') return new Refusal('invalid', 'circulation.no-day', {}, { due: 'circulation.no-day' });
    if (due < today) return new Refusal('invalid', 'circulation.day-is-over', {}, { due: 'circulation.day-is-over' });
    const self = input.before === 'self' ? await ownFunction(tx, caller, it.leadUnit) : null;
    return [
      {
        type: 'circulation.follow-up-set',
        object: `follow-up:${newId()}`,
        file: it.file,
        unit: it.leadUnit,
        facts: {
          ...{ case: it.id, unit: it.leadUnit, function: self, reference: it.reference ?? '', subject: it.subject },
          ...{ due, series: input.series || null, note: input.note, woken: false },
        },
      },
    ];
  },
  apply: applyFollowUpSet,
};
