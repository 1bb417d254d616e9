// SPDX-License-Identifier: EUPL-1.2
import { addDays, daysBetween, laterOf } from './date-arithmetic.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * Days during which a deadline does not run (Hemmung, Ruhen): from the day the reason arose to the day it fell away, both
 * inclusive. Without `to` it still lasts. The time is not counted in (§ 209 BGB), i.e. its days are added at the end.
 */
export interface Suspension {
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
  readonly reason?: string | undefined;
}

/** A suspension without overlap; `to` is undefined only in the last one. */
export type Span = Pick<Suspension, 'from' | 'to'>;

/** Sorts suspensions and joins those that overlap or touch, so that no day is added twice. Throws `RangeError` when one ends before it begins. */
export function joinSuspensions(suspensions: readonly Suspension[]): Span[] {
  const sorted = [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1));
  const joined: Span[] = [];
  for (const { from, to } of sorted) {
    if (to !== undefined && to < from) throw new RangeError(`Eine Hemmung endet vor ihrem Beginn: ${from} bis ${to}`);
    const last = joined.at(-1);
    if (last && touches(last, from)) joined[joined.length - 1] = { from: last.from, to: laterEnd(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}

/** The suspension a day falls into. */
export function spanAround(day: PlainDate, spans: readonly Span[]): Span | undefined {
  return spans.find(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Days of a suspension that lie within a period, both ends inclusive. */
export function daysWithin({ from, to }: Span, period: { first: PlainDate; last: PlainDate }): number {
  const first = laterOf(from, period.first);
  const last = to === undefined || to > period.last ? period.last : to;
  return Math.max(0, daysBetween(first, last) + 1);
}

/** Where a calendar period ends when suspended days are not counted in; the open suspension it rests in otherwise. */
export function endWithSuspensions(
  period: { first: PlainDate; last: PlainDate },
  spans: readonly Span[],
): PlainDate | { restsIn: Span } {
  const { first } = period;
  let last = period.last;
  for (;;) {
    const open = spans.find(({ from, to }) => to === undefined && from <= last);
    if (open) return { restsIn: open };
    const suspended = spans.reduce((sum, span) => sum + daysWithin(span, { first, last }), 0);
    const moved = addDays(period.last, suspended); // a later end can reach into a further suspension: repeat until it stands
    if (moved === last) return last;
    last = moved;
  }
}

function touches(earlier: Span, from: PlainDate): boolean {
  return earlier.to === undefined || from <= addDays(earlier.to, 1);
}

function laterEnd(one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined {
  return one === undefined || other === undefined ? undefined : laterOf(one, other);
}
