// SPDX-License-Identifier: EUPL-1.2
import { dateOf, type PlainDate } from './plain-date.ts';

/**
 * Easter Sunday of the Gregorian calendar: the Sunday after the first ecclesiastical full moon on or after 21 March.
 * Gauss's rule with Lichtenberg's correction (Sternzeit 1997): exact for every year from 1583.
 */
export function easterSunday(year: number): PlainDate {
  const century = Math.floor(year / 100);
  const solarCorrection = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const position = year % 19; // in the moon's cycle of 19 years
  const seed = (19 * position + solarCorrection) % 30;
  const exception = Math.floor((seed + Math.floor(position / 11)) / 29);
  const fullMoon = 21 + seed - exception; // as a day of March
  const firstSunday = 7 - ((year + Math.floor(year / 4) + 2 - Math.floor((3 * century + 3) / 4)) % 7);
  const sunday = fullMoon + 7 - ((((fullMoon - firstSunday) % 7) + 7) % 7);
  return sunday > 31 ? dateOf({ year, month: 4, day: sunday - 31 }) : dateOf({ year, month: 3, day: sunday });
}
