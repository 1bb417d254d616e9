// SPDX-License-Identifier: EUPL-1.2
import { weekday } from './date-arithmetic.ts';
import { partsOf, type PlainDate } from './plain-date.ts';

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;
const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

/** German name of the day of the week: `Freitag`. */
export function weekdayName(date: PlainDate): string {
  return weekdays[weekday(date) - 1]!;
}

/** As in a letter: `Freitag, 20. März 2026`. */
export function longGermanDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${weekdayName(date)}, ${day}. ${months[month - 1]} ${year}`;
}

/** As in a table: `20.03.2026` (DIN 5008). */
export function shortGermanDate(date: PlainDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}
