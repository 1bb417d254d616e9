// SPDX-License-Identifier: EUPL-1.2
import { addDays, holidaysOf, instantAt, longGermanDate, type PlainDate, partsOf, weekday } from '@fachwerk/german-calendar';

/** The town lies in North Rhine-Westphalia, because its texts cite that Land's law. */
const place = { land: 'NW' } as const;
const holidays = new Map<number, ReadonlySet<string>>();

function isHoliday(day: PlainDate): boolean {
  const { year } = partsOf(day);
  const known = holidays.get(year) ?? new Set(holidaysOf(year, place).map(({ date }) => date));
  holidays.set(year, known);
  return known.has(day);
}

/** True from Monday to Friday, except on holidays. */
export function isWorkingDay(day: PlainDate): boolean {
  return weekday(day) <= 5 && !isHoliday(day);
}

/** The day itself, or the last working day before it. */
export function workingDay(day: PlainDate): PlainDate {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}

/** Some days after a day, put off to the next working day. */
export function workingDayAfter(day: PlainDate, days: number): PlainDate {
  let found = addDays(day, days);
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** As a letter is dated: `20. März 2026`. */
export function letterDate(day: PlainDate): string {
  const long = longGermanDate(day);
  return long.slice(long.indexOf(', ') + 2);
}

/** As a note is dated: `20.3.2026`. */
export function noteDate(day: PlainDate): string {
  const { year, month, day: date } = partsOf(day);
  return `${date}.${month}.${year}`;
}

const mornings = new Map<PlainDate, number>();

/** A moment in office hours of a day: minutes after eight o'clock in Germany. */
export function momentOf(day: PlainDate, minutes: number): Date {
  const morning = mornings.get(day) ?? instantAt({ date: day, hour: 8, minute: 0, second: 0 }).getTime();
  mornings.set(day, morning);
  return new Date(morning + minutes * 60_000);
}
