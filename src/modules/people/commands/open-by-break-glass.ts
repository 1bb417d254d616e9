// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OpenedByBreakGlass } from '../events/opened-by-break-glass.ts';
import { mayBreakGlass, openingLimits } from '../rules/break-glass.ts';
import { dayOf, daysAfter } from '../rules/day.ts';
import { applyOpenedByBreakGlass, openingState } from '../store/openings.ts';
import { provenAt } from '../store/sessions.ts';
import { line, reason } from './input.ts';

const input = z.strictObject({
  subject: z.uuid(),
  /** What people call the file, as the page that knows it says. */
  label: line.min(1),
  reason: reason.min(openingLimits.reason, 'people.opening.reason-short'),
  hours: z.coerce.number().int().min(1).max(openingLimits.hours).default(1),
});

/** Akte notöffnen: for some hours, freshly proven, with a reason that somebody else reviews. The entry in the file is the notice. */
export const openByBreakGlass: Command<z.infer<typeof input>, OpenedByBreakGlass> = {
  name: 'people.open-by-break-glass',
  permission: 'people.break-glass',
  input,
  weighty: true,
  async decide({ input: { subject, hours, ...facts }, caller, at, tx }) {
    if (caller.person === null) return new Refusal('not-permitted', 'kernel.sign-in-first');
    const state = {
      provenAt: await provenAt(tx, caller.session),
      onBehalfOf: caller.onBehalfOf,
      ...(await openingState(tx, subject)),
    };
    const no = mayBreakGlass(state, at);
    if (no) return no;
    const ends = new Date(at.getTime() + hours * 3_600_000).toISOString();
    const reviewBy = daysAfter(dayOf(at), openingLimits.reviewDays);
    return [
      {
        type: 'people.opened-by-break-glass',
        object: `opening:${newId()}`,
        file: subject,
        facts: { ...facts, person: caller.person, opened: at.toISOString(), ends, reviewBy },
      },
    ];
  },
  apply: applyOpenedByBreakGlass,
};
