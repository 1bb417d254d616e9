// SPDX-License-Identifier: EUPL-1.2
import { addDays } from './date-arithmetic.ts';
import { type PlainDate, plainDate } from './plain-date.ts';

/** Time on the clock in Germany. */
export interface LocalTime {
  readonly date: PlainDate;
  /** 0–23 */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** In the hour that the clocks run through twice: its first (summer time) or second (winter time) pass. */
export type Pass = 'first' | 'second';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  calendar: 'iso8601',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What calendars and clocks in Germany (Europe/Berlin, § 4 EinhZeitG with the Sommerzeitverordnung) show at an instant. */
export function localTimeAt(instant: Date): LocalTime {
  const field = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: plainDate(`${field['year']?.padStart(4, '0')}-${field['month']}-${field['day']}`),
    hour: Number(field['hour']),
    minute: Number(field['minute']),
    second: Number(field['second']),
  };
}

/** The German calendar day of an instant: a deadline is kept or missed by this day, not by the day in UTC. */
export function localDateAt(instant: Date): PlainDate {
  return localTimeAt(instant).date;
}

/**
 * The instant at which German clocks show that time. In the hour of autumn that passes twice `pass` decides; a time that
 * the clocks skip in spring (02:00–02:59) is read with the offset before the change, i.e. one hour later (RFC 5545 § 3.3.5).
 */
export function instantAt({ date, hour, minute, second }: LocalTime, pass: Pass = 'first'): Date {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + hour * HOUR + minute * MINUTE + second * 1_000;
  const before = asUtc - offsetAt(asUtc - 24 * HOUR);
  const after = asUtc - offsetAt(asUtc + 24 * HOUR);
  const valid = [before, after].filter((candidate) => candidate + offsetAt(candidate) === asUtc);
  if (valid.length === 0) return new Date(before);
  return new Date(pass === 'first' ? Math.min(...valid) : Math.max(...valid));
}

/** The first instant of a German calendar day. */
export function startOfDay(date: PlainDate): Date {
  return instantAt({ date, hour: 0, minute: 0, second: 0 });
}

/** The first instant that no longer belongs to a day ("Ablauf des Tages", § 188 BGB): the day's end is exclusive. */
export function endOfDay(date: PlainDate): Date {
  return startOfDay(addDays(date, 1));
}

/** Whether something that happened at an instant still kept a deadline that ends with the expiry of `lastDay`. */
export function isInTime(instant: Date, lastDay: PlainDate): boolean {
  return instant.getTime() < endOfDay(lastDay).getTime();
}

/** Distance of German clocks from UTC at an instant, in milliseconds (3,600,000 in winter, 7,200,000 in summer). */
function offsetAt(instant: number): number {
  const { date, hour, minute, second } = localTimeAt(new Date(instant));
  const whole = Math.floor(instant / 1_000) * 1_000;
  return Date.parse(`${date}T00:00:00Z`) + hour * HOUR + minute * MINUTE + second * 1_000 - whole;
}
