// SPDX-License-Identifier: EUPL-1.2
import { addDays, isPlainDate, localDateAt, plainDate, startOfDay } from '@fachwerk/german-calendar';

const germanDate = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/;
const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** `1.3.2027`, `1.3.27` or `2027-03-01` as ISO text; undefined when it is no day. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  const german = germanDate.exec(text);
  const parts = german ? [german[3], german[2], german[1]] : isoDate.exec(text)?.slice(1);
  const [year = '', month = '', day = ''] = parts ?? [];
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : undefined;
}

/** The German calendar day of an instant. */
export function dayOf(at: Date): string {
  return localDateAt(at);
}

/** The first instant of a German calendar day; never earlier than `notBefore`, because nothing begins in the past. */
export function beginOf(day: string, notBefore?: Date): Date {
  const begin = startOfDay(plainDate(day));
  return notBefore !== undefined && begin < notBefore ? notBefore : begin;
}

/** The next calendar day: spans end with the beginning of the day after their last. */
export function dayAfter(day: string): string {
  return addDays(plainDate(day), 1);
}

/** A day so many days later. */
export function daysAfter(day: string, days: number): string {
  return addDays(plainDate(day), days);
}
