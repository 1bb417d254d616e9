// SPDX-License-Identifier: EUPL-1.2
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  dateOf,
  lastDayOfMonth,
  type PlainDate,
  partsOf,
  weekday,
} from '@fachwerk/german-calendar';
import { monthNames, numbers, units, weekdayNames } from './date-names.ts';
import { compact } from './fold.ts';
import { isDigit, type Token } from './tokens.ts';

/** A date in words: how many tokens it takes, and which day it is. `wrong` days look like dates and are none. */
export interface DateAt {
  readonly count: number;
  readonly day?: PlainDate;
  /** Days that could have been meant. */
  readonly wrong?: { readonly code: 'impossible-date' | 'past-date'; readonly instead: readonly PlainDate[] };
}

type Reader = (words: readonly string[], today: PlainDate) => DateAt | undefined;

/** Reads the date that begins at a token; undefined when there is none. */
export function dateAt(tokens: readonly Token[], at: number, today: PlainDate): DateAt | undefined {
  const words: string[] = [];
  for (const token of tokens.slice(at, at + 5)) {
    if (token.kind !== 'word') break;
    words.push(token.text);
  }
  if (words.length === 0) return undefined;
  for (const read of readers) {
    const found = read(words, today);
    if (found) return words.length === 1 ? (dateBehindComma(tokens, at, today) ?? found) : found;
  }
  return undefined;
}

/** `Fr, 27.11.`: the date says more than the day. */
function dateBehindComma(tokens: readonly Token[], at: number, today: PlainDate): DateAt | undefined {
  const [day, comma, date] = tokens.slice(at, at + 3);
  if (!day || comma?.text !== ',' || !date || !weekdayNames.has(compact(day.text))) return undefined;
  const found = dateAfterWeekday(
    tokens.slice(at + 2, at + 5).map(({ text }) => text),
    today,
  );
  return found && { ...found, count: found.count + 2 };
}

const readers: readonly Reader[] = [isoDate, dottedDate, dayAndMonth, span, relative, endOf, calendarWeek, dayOfWeek];

function isoDate([first = '']: readonly string[]): DateAt | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(first);
  return match ? existing({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, 1) : undefined;
}

/** `12.3.` `12.03.27` `12. 3.` `12.3` (only with a year or a closing dot; else it is the code of a unit). */
function dottedDate(words: readonly string[], today: PlainDate): DateAt | undefined {
  const [first = '', second = '', third = ''] = words;
  const whole = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?[.,]?$/.exec(first);
  if (whole) {
    const year = whole[3] === undefined && /^\d{4}$/.test(second) ? second : whole[3];
    return withYear({ day: Number(whole[1]), month: Number(whole[2]), year }, whole[3] === year ? 1 : 2, today);
  }
  const day = /^(\d{1,2})\.$/.exec(first);
  const month = day && /^(\d{1,2})\.(\d{4}|\d{2})?$/.exec(second);
  if (!month) return undefined;
  const year = month[2] === undefined && /^\d{4}$/.test(third) ? third : month[2];
  return withYear({ day: Number(day[1]), month: Number(month[1]), year }, year === month[2] ? 2 : 3, today);
}

/** `12. März` `12 März 2027`. */
function dayAndMonth(words: readonly string[], today: PlainDate): DateAt | undefined {
  const [first = '', second = '', third = ''] = words;
  const day = /^(\d{1,2})\.?$/.exec(first);
  const month = day && monthNames.get(compact(second));
  if (!month) return undefined;
  const year = /^\d{4}$/.test(third) ? third : undefined;
  return withYear({ day: Number(day[1]), month, year }, year ? 3 : 2, today);
}

/** `in 14 T.` `2 Wo.` `3 Monate` `in einer Woche` `14T` `2w`. */
function span(words: readonly string[], today: PlainDate): DateAt | undefined {
  const skip = compact(words[0] ?? '') === 'in' || compact(words[0] ?? '') === 'nach' ? 1 : 0;
  const [first = '', second = ''] = words.slice(skip);
  const glued = /^(\d{1,3})([a-zA-Z]{1,6})\.?$/.exec(first);
  const amount = glued ? Number(glued[1]) : numberOf(first);
  const unit = units[compact(glued ? (glued[2] ?? '') : second)];
  if (amount === undefined || amount > 400 || unit === undefined) return undefined;
  return { count: skip + (glued ? 1 : 2), day: later(today, amount, unit) };
}

function numberOf(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : numbers[compact(word)];
}

function later(today: PlainDate, amount: number, unit: 'day' | 'week' | 'month' | 'year' | 'workday'): PlainDate {
  switch (unit) {
    case 'day':
      return addDays(today, amount);
    case 'week':
      return addWeeks(today, amount);
    case 'month':
      return addMonths(today, amount);
    case 'year':
      return addYears(today, Math.min(amount, 60));
    default: {
      let day = today;
      for (let left = amount; left > 0; ) {
        day = addDays(day, 1);
        if (weekday(day) < 6) left -= 1;
      }
      return day;
    }
  }
}

const friday = 5;
const relatives: Readonly<Record<string, (today: PlainDate) => PlainDate>> = {
  heute: (today) => today,
  sofort: (today) => today,
  umgehend: (today) => today,
  eilt: (today) => today,
  unverzueglich: (today) => today,
  morgen: (today) => addDays(today, 1),
  uebermorgen: (today) => addDays(today, 2),
  naechstewoche: (today) => fridayOf(addWeeks(today, 1)),
  naechsterwoche: (today) => fridayOf(addWeeks(today, 1)),
  naechstenmonat: (today) => endOfMonth(addMonths(today, 1)),
  endederwoche: (today) => fridayOf(today),
  endedwoche: (today) => fridayOf(today),
  wochenende: (today) => fridayOf(today),
  endedesmonats: endOfMonth,
  endedmonats: endOfMonth,
  monatsende: endOfMonth,
  ultimo: endOfMonth,
  endedesquartals: endOfQuarter,
  quartalsende: endOfQuarter,
  endedesjahres: endOfYear,
  endedjahres: endOfYear,
  jahresende: endOfYear,
};

function relative(words: readonly string[], today: PlainDate): DateAt | undefined {
  let joined = '';
  for (const [index, word] of words.slice(0, 3).entries()) {
    joined += compact(word);
    const day = relatives[joined];
    if (day && Object.hasOwn(relatives, joined)) return { count: index + 1, day: day(today) };
  }
  return undefined;
}

/** `Ende März` `Mitte Mai 2027` `Anfang 6/27`. */
function endOf(words: readonly string[], today: PlainDate): DateAt | undefined {
  const [first = '', second = '', third = ''] = words;
  const part = compact(first);
  const month = monthNames.get(compact(second));
  if (!month || !['ende', 'mitte', 'anfang', 'anf'].includes(part)) return undefined;
  const year = /^\d{4}$/.test(third) ? Number(third) : undefined;
  const dayIn = (of: number) => (part === 'ende' ? lastDayOfMonth(of, month) : part === 'mitte' ? 15 : 1);
  const now = partsOf(today).year;
  const soon = dateOf({ year: year ?? now, month, day: dayIn(year ?? now) });
  const day = year === undefined && soon < today ? dateOf({ year: now + 1, month, day: dayIn(now + 1) }) : soon;
  return { count: year === undefined ? 2 : 3, day };
}

/** `KW 50`, `50. KW`, `Ende KW 50`: its Friday. */
function calendarWeek(words: readonly string[], today: PlainDate): DateAt | undefined {
  const skip = ['ende', 'anfang', 'mitte', 'in'].includes(compact(words[0] ?? '')) ? 1 : 0;
  const [first = '', second = ''] = words.slice(skip).map(compact);
  const glued = /^kw(\d{1,2})$/.exec(first);
  const number = glued ? glued[1] : first === 'kw' ? second : second === 'kw' ? first : undefined;
  if (number === undefined || !/^\d{1,2}$/.test(number)) return undefined;
  const week = Number(number);
  if (week < 1 || week > 53) return undefined;
  const { year } = partsOf(today);
  const soon = fridayOfWeek(year, week);
  return { count: skip + (glued ? 1 : 2), day: soon < today ? fridayOfWeek(year + 1, week) : soon };
}

/** ISO 8601: the week with 4 January is the first. */
function fridayOfWeek(year: number, week: number): PlainDate {
  return addWeeks(fridayOf(dateOf({ year, month: 1, day: 4 })), week - 1);
}

/** `Mo`, `nächsten Freitag`: the next one, never today. */
function dayOfWeek(words: readonly string[], today: PlainDate): DateAt | undefined {
  const skip = ['naechsten', 'naechster', 'kommenden', 'naechste', 'diesen'].includes(compact(words[0] ?? '')) ? 1 : 0;
  const wanted = weekdayNames.get(compact(words[skip] ?? ''));
  if (wanted === undefined) return undefined;
  const rest = dateAfterWeekday(words.slice(skip + 1), today);
  if (rest) return { ...rest, count: rest.count + skip + 1 };
  const ahead = (wanted - weekday(today) + 7) % 7;
  return { count: skip + 1, day: addDays(today, ahead === 0 ? 7 : ahead) };
}

/** `Mo, 12.3.`: the date says more than the day. */
function dateAfterWeekday(words: readonly string[], today: PlainDate): DateAt | undefined {
  const [first = ''] = words;
  return isDigit(first[0] ?? '') ? (dottedDate(words, today) ?? dayAndMonth(words, today)) : undefined;
}

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year: string | undefined;
}

function withYear({ day, month, year }: Parts, count: number, today: PlainDate): DateAt | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const now = partsOf(today).year;
  if (year !== undefined)
    return past(
      existing({ year: year.length === 2 ? 2000 + Number(year) : Number(year), month, day }, count),
      { day, month },
      today,
    );
  const soon = existing({ year: now, month, day }, count);
  return soon.day !== undefined && soon.day < today ? existing({ year: now + 1, month, day }, count) : soon;
}

function existing({ year, month, day }: { year: number; month: number; day: number }, count: number): DateAt {
  const last = lastDayOfMonth(year, Math.min(12, Math.max(1, month)));
  if (year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= last)
    return { count, day: dateOf({ year, month, day }) };
  const instead = month >= 1 && month <= 12 && year >= 1 ? [dateOf({ year, month, day: last })] : [];
  return { count, wrong: { code: 'impossible-date', instead } };
}

/** A day that is over cannot be meant as a term: the same day of this or the next year is offered. */
function past(found: DateAt, { day, month }: { day: number; month: number }, today: PlainDate): DateAt {
  if (found.day === undefined || found.day >= today) return found;
  const { year } = partsOf(today);
  const instead = [year, year + 1].flatMap((of) => (day <= lastDayOfMonth(of, month) ? [dateOf({ year: of, month, day })] : []));
  return { count: found.count, wrong: { code: 'past-date', instead: instead.filter((it) => it >= today).slice(0, 1) } };
}

function fridayOf(day: PlainDate): PlainDate {
  return addDays(day, friday - weekday(day));
}

function endOfMonth(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day);
  return dateOf({ year, month, day: lastDayOfMonth(year, month) });
}

function endOfQuarter(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day);
  const last = Math.ceil(month / 3) * 3;
  return dateOf({ year, month: last, day: lastDayOfMonth(year, last) });
}

function endOfYear(day: PlainDate): PlainDate {
  return dateOf({ year: partsOf(day).year, month: 12, day: 31 });
}
