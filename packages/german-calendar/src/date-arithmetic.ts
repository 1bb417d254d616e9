// SPDX-License-Identifier: EUPL-1.2
import { dateOf, isPlainDate, lastDayOfMonth, partsOf, type PlainDate, type Weekday } from './plain-date.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1 January 1970 (negative before). Days are counted, not seconds: the change of the clocks cannot touch a result. */
export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** The reverse of {@link dayNumber}; throws `RangeError` outside the years 0001–9999. */
export function dateOfDayNumber(days: number): PlainDate {
  const text = new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10); // a year beyond 9999 is written `+010000`
  if (!isPlainDate(text)) throw new RangeError(`Kalendertag außerhalb der Jahre 0001–9999: ${text}`);
  return text;
}

/** Day of the week, Monday 1 … Sunday 7. */
export function weekday(date: PlainDate): Weekday {
  const sinceThursday = (((dayNumber(date) + 3) % 7) + 7) % 7; // 1 January 1970 was a Thursday
  return (sinceThursday + 1) as Weekday;
}

/** Moves by whole days, forwards or (negative) backwards. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Moves by weeks: the same day of the week. */
export function addWeeks(date: PlainDate, weeks: number): PlainDate {
  return addDays(date, weeks * 7);
}

/** Moves by months to the day of the same number; where the month has no such day, to its last day (§ 188 Abs. 3 BGB). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { day } = partsOf(date);
  const { year, month } = monthAfter(date, months);
  return dateOf({ year, month, day: Math.min(day, lastDayOfMonth(year, month)) });
}

/** Moves by years; 29 February becomes 28 February in a common year (§ 188 Abs. 3 BGB). */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** Year and month that lie `months` after the month of a date. */
export function monthAfter(date: PlainDate, months: number): { year: number; month: number } {
  const { year, month } = partsOf(date);
  const count = year * 12 + (month - 1) + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

/** Number of days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The later of two dates. */
export function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}
