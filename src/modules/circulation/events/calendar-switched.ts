// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Eigener Kalender ein- oder ausgeschaltet; the address itself stands in no entry. */
export interface CalendarSwitched extends Event {
  readonly type: 'circulation.calendar-opened' | 'circulation.calendar-closed';
  readonly facts: Record<string, never>;
}
