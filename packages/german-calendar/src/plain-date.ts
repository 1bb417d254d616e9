// SPDX-License-Identifier: EUPL-1.2

declare const plainDateBrand: unique symbol;

/**
 * A calendar day without a time of day and without a time zone, as ISO 8601 text `YYYY-MM-DD` (years 0001–9999).
 * A text rather than an object, because it then compares with `<`, travels through JSON and PostgreSQL's `date` unchanged,
 * and can be a key of a map. Only {@link plainDate} and the functions of this package make one.
 */
export type PlainDate = string & { readonly [plainDateBrand]: 'PlainDate' };

/** Year 1–9999, month 1–12, day 1–31. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day of the week as in ISO 8601: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const SATURDAY: Weekday = 6;
export const SUNDAY: Weekday = 7;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Takes a text as a date; throws `RangeError` when it is none (`2026-02-29`, `2026-1-1`, a time stamp). */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Kein Kalendertag der Form JJJJ-MM-TT: ${JSON.stringify(text)}`);
  return text;
}

/** Whether a text is a day that exists in the Gregorian calendar. */
export function isPlainDate(text: string): text is PlainDate {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

/** Date of its parts; throws `RangeError` when that day does not exist. */
export function dateOf({ year, month, day }: DateParts): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Parts of a date. */
export function partsOf(date: PlainDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Whether February has 29 days in that year (Gregorian rule). */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Number of the last day of a month, 28–31. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
