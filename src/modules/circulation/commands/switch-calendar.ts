// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CalendarSwitched } from '../events/calendar-switched.ts';
import { dropFeed, keepFeed } from '../store/feeds.ts';

const opening = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** Kalender einschalten: one's own days under a secret address. The secret is written here, because no event may carry it. */
export const openCalendar: Command<z.infer<typeof opening>, CalendarSwitched> = {
  name: 'circulation.open-calendar',
  permission: 'circulation.act',
  input: opening,
  async decide({ input: { token }, caller, tx }) {
    if (caller.person === null || caller.onBehalfOf !== undefined)
      return new Refusal('not-permitted', 'people.acting.stop-representing');
    await keepFeed(tx, caller.person, token);
    return [{ type: 'circulation.calendar-opened', object: `calendar-feed:${newId()}`, facts: {} }];
  },
  apply: async () => {},
};

const closing = z.strictObject({});

/** Kalender ausschalten: the address answers nobody any more. */
export const closeCalendar: Command<z.infer<typeof closing>, CalendarSwitched> = {
  name: 'circulation.close-calendar',
  permission: 'circulation.act',
  input: closing,
  async decide({ caller, tx }) {
    if (caller.person === null || !(await dropFeed(tx, caller.person))) return new Refusal('conflict', 'circulation.no-calendar');
    return [{ type: 'circulation.calendar-closed', object: `calendar-feed:${newId()}`, facts: {} }];
  },
  apply: async () => {},
};
