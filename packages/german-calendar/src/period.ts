// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, monthAfter } from './date-arithmetic.ts';
import { dateOf, lastDayOfMonth, type PlainDate, partsOf } from './plain-date.ts';

/** In what calendar time is measured. `quarters` and `half-years` are three and six months (§ 189 Abs. 1 BGB). */
export type CalendarUnit = 'days' | 'weeks' | 'months' | 'quarters' | 'half-years' | 'years';

/** A length of calendar time. */
export interface Duration {
  readonly unit: CalendarUnit;
  readonly amount: number;
  readonly plusHalfMonth?: true;
}

/** "Halber Monat" (§ 189 Abs. 1 BGB). */
export const HALF_MONTH_DAYS = 15;

/** Last day of a period whose start lies in the course of a day: that day does not count (§ 187 Abs. 1, § 188 Abs. 1–3 BGB). */
export function endAfterEvent(event: PlainDate, duration: Duration): PlainDate {
  const days = inDays(duration);
  if (days !== undefined) return addDays(event, days);
  return plusHalf(addMonths(event, inMonths(duration)), duration);
}

/**
 * Last day of a period that starts with the beginning of a day: that day counts (§ 187 Abs. 2, § 188 Abs. 1–3 BGB). The last
 * month ends the day before the number of the first day; a day it does not have is its last one. So one month from 31 January
 * ends on 28 February, not the day before "28 February", as subtracting from {@link endAfterEvent} would say.
 */
export function endFromStartOfDay(firstDay: PlainDate, duration: Duration): PlainDate {
  const days = inDays(duration);
  if (days !== undefined) return addDays(firstDay, days - 1);
  const { year, month } = monthAfter(firstDay, inMonths(duration));
  const dayBefore = partsOf(firstDay).day - 1;
  const firstOfMonth = dateOf({ year, month, day: 1 });
  const end = addDays(firstOfMonth, Math.min(dayBefore, lastDayOfMonth(year, month)) - 1);
  return plusHalf(end, duration);
}

/** First counted day of a period that ends with the day before an event (§§ 187, 188 BGB applied backwards). */
export function startBeforeEvent(event: PlainDate, duration: Duration): PlainDate {
  const days = inDays(duration);
  if (days !== undefined) return addDays(event, -days);
  const start = addMonths(event, -inMonths(duration));
  return duration.plusHalfMonth ? addDays(start, -HALF_MONTH_DAYS) : start;
}

function inDays({ unit, amount }: Duration): number | undefined {
  if (unit === 'days') return amount;
  return unit === 'weeks' ? amount * 7 : undefined;
}

function inMonths({ unit, amount }: Duration): number {
  switch (unit) {
    case 'months':
      return amount;
    case 'quarters':
      return amount * 3;
    case 'half-years':
      return amount * 6;
    case 'years':
      return amount * 12;
    default:
      throw new RangeError(`Keine nach Monaten bestimmte Frist: ${unit}`);
  }
}

/** § 189 Abs. 2 BGB: the 15 days are counted last. */
function plusHalf(end: PlainDate, { plusHalfMonth }: Duration): PlainDate {
  return plusHalfMonth ? addDays(end, HALF_MONTH_DAYS) : end;
}
