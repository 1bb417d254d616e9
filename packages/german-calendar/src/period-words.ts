// SPDX-License-Identifier: EUPL-1.2
import { endFromStartOfDay } from './period.ts';
import { dateOf, lastDayOfMonth, type PlainDate, partsOf } from './plain-date.ts';

/** A year and a month, 1–12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** "Anfang des Monats": the 1st (§ 192 BGB). */
export function beginningOfMonth({ year, month }: Month): PlainDate {
  return dateOf({ year, month, day: 1 });
}

/** "Mitte des Monats": the 15th (§ 192 BGB). */
export function middleOfMonth({ year, month }: Month): PlainDate {
  return dateOf({ year, month, day: 15 });
}

/** "Ende des Monats": the last day (§ 192 BGB). */
export function endOfMonth({ year, month }: Month): PlainDate {
  return dateOf({ year, month, day: lastDayOfMonth(year, month) });
}

/** Days of a period that need not run in one piece: a month is 30 days, a year 365 (§ 191 BGB). */
export function daysOfScatteredPeriod({ years = 0, months = 0 }: { years?: number; months?: number }): number {
  return years * 365 + months * 30;
}

/**
 * Age in completed years; the day of birth counts (§ 187 Abs. 2 Satz 2 BGB). Who was born on 29 February completes the year
 * with the end of 28 February. Throws `RangeError` before the birth.
 */
export function ageOn(date: PlainDate, birth: PlainDate): number {
  if (date < birth) throw new RangeError(`${date} liegt vor der Geburt am ${birth}.`);
  const years = partsOf(date).year - partsOf(birth).year;
  if (years === 0) return 0;
  return endFromStartOfDay(birth, { unit: 'years', amount: years }) < date ? years : years - 1;
}
