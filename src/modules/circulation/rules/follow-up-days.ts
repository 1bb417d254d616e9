// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, addWeeks, addYears, type PlainDate, weekday } from '@fachwerk/german-calendar';

/** How often a follow-up comes again. */
export const seriesKinds = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Series = (typeof seriesKinds)[number];

/** Spans that one click sets. */
export const spans = ['1w', '2w', '1m', '3m', '6m', '1y'] as const;
export type Span = (typeof spans)[number];

const saturday = 6;

/** Sunday and Saturday move to Monday: nobody sits at the desk. Holidays differ by Land and are shown, not moved. */
export function toWeekday(day: PlainDate): PlainDate {
  const of = weekday(day);
  return of < saturday ? day : addDays(day, 8 - of);
}

const bySpan: Readonly<Record<Span, (from: PlainDate) => PlainDate>> = {
  '1w': (from) => addWeeks(from, 1),
  '2w': (from) => addWeeks(from, 2),
  '1m': (from) => addMonths(from, 1),
  '3m': (from) => addMonths(from, 3),
  '6m': (from) => addMonths(from, 6),
  '1y': (from) => addYears(from, 1),
};

/** The day after a usual span, moved to a weekday. */
export function daysAfter(from: PlainDate, span: Span): PlainDate {
  return toWeekday(bySpan[span](from));
}

const bySeries: Readonly<Record<Series, (from: PlainDate, times: number) => PlainDate>> = {
  weekly: (from, times) => addWeeks(from, times),
  fortnightly: (from, times) => addWeeks(from, 2 * times),
  monthly: (from, times) => addMonths(from, times),
  quarterly: (from, times) => addMonths(from, 3 * times),
  'half-yearly': (from, times) => addMonths(from, 6 * times),
  yearly: (from, times) => addYears(from, times),
};

/** The next day of a series after `done`: counted from its first day, so that the 31st does not creep to the 28th; late work skips what is over. */
export function nextInSeries(first: PlainDate, series: Series, done: PlainDate): PlainDate {
  for (let times = 1; ; times += 1) {
    const day = toWeekday(bySeries[series](first, times));
    if (day > done) return day;
  }
}
