// SPDX-License-Identifier: EUPL-1.2
import { addDays, weekday } from './date-arithmetic.ts';
import { weekdayName } from './german-text.ts';
import { holidayOn, type Place } from './holidays.ts';
import { type PlainDate, SATURDAY, SUNDAY } from './plain-date.ts';

/**
 * Which days of the week a rule counts as working days: `mon-fri` (Arbeitstage, e.g. § 4 Abs. 1 Nr. 2 BPersVG) or
 * `mon-sat` (Werktage, e.g. § 3 Abs. 2 BUrlG). 24 and 31 December are working days in every Land.
 */
export type WorkWeek = 'mon-fri' | 'mon-sat';

/** Whether people work on that day at that place by law. */
export function isWorkingDay(date: PlainDate, place: Place, week: WorkWeek = 'mon-fri'): boolean {
  return dayOffReason(date, place, week) === undefined;
}

/** Why nobody works that day: the holiday's name, `Samstag` or `Sonntag`; undefined on a working day. */
export function dayOffReason(date: PlainDate, place: Place, week: WorkWeek = 'mon-fri'): string | undefined {
  const day = weekday(date);
  const weekend = day === SUNDAY || (day === SATURDAY && week === 'mon-fri');
  return holidayOn(date, place)?.name ?? (weekend ? weekdayName(date) : undefined);
}

/** The first working day after a date. */
export function nextWorkingDay(date: PlainDate, place: Place, week: WorkWeek = 'mon-fri'): PlainDate {
  return search(addDays(date, 1), 1, (day) => isWorkingDay(day, place, week));
}

/** The last working day before a date. */
export function previousWorkingDay(date: PlainDate, place: Place, week: WorkWeek = 'mon-fri'): PlainDate {
  return search(addDays(date, -1), -1, (day) => isWorkingDay(day, place, week));
}

/** The date itself when it is a working day, otherwise the next one (§ 193 BGB with `mon-fri`). */
export function workingDayOnOrAfter(date: PlainDate, place: Place, week: WorkWeek = 'mon-fri'): PlainDate {
  return search(date, 1, (day) => isWorkingDay(day, place, week));
}

/** The date itself when it is a working day, otherwise the one before. */
export function workingDayOnOrBefore(date: PlainDate, place: Place, week: WorkWeek = 'mon-fri'): PlainDate {
  return search(date, -1, (day) => isWorkingDay(day, place, week));
}

/** Counts working days from both ends inclusive; 0 when `to` lies before `from`. */
export function countWorkingDays(span: { from: PlainDate; to: PlainDate }, place: Place, week: WorkWeek = 'mon-fri'): number {
  let count = 0;
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) if (isWorkingDay(day, place, week)) count += 1;
  return count;
}

/** The first day from `start` on, in steps of one day, that satisfies the condition. */
export function search(start: PlainDate, step: 1 | -1, found: (day: PlainDate) => boolean): PlainDate {
  let day = start;
  while (!found(day)) day = addDays(day, step);
  return day;
}
