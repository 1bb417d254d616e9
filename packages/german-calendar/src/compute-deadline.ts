// SPDX-License-Identifier: EUPL-1.2
import { addDays } from './date-arithmetic.ts';
import { assertRule, type BackwardRule, calendarDuration, type DeadlineRule, type ForwardRule } from './deadline-rule.ts';
import * as explain from './explanation.ts';
import type { Step } from './explanation.ts';
import type { Place } from './holidays.ts';
import { type Duration, endAfterEvent, endFromStartOfDay, startBeforeEvent } from './period.ts';
import type { PlainDate } from './plain-date.ts';
import { daysWithin, endWithSuspensions, joinSuspensions, type Span, type Suspension, spanAround } from './suspension.ts';
import { dayOffReason, isWorkingDay, search } from './working-days.ts';

/** What a computation needs besides rule and start. */
export interface DeadlineOptions {
  /** Where the act is due: its holidays count (§ 193 BGB: Erklärungs- oder Leistungsort; § 31 Abs. 3 VwVfG: seat of the authority). */
  readonly place: Place;
  readonly suspensions?: readonly Suspension[];
  /** German word for what happened, e.g. `Bekanntgabe`; `Ereignis` without a word. */
  readonly startLabel?: string;
}

/** A deadline whose end stands. */
export interface DatedDeadline {
  readonly kind: 'dated';
  readonly ruleId: string;
  readonly start: PlainDate;
  /** The counted days: for a forward deadline its last day is the end before it moved from a day off. */
  readonly period: { readonly first: PlainDate; readonly last: PlainDate };
  /** Last day on which the act is in time, until 24:00 in Germany. */
  readonly end: PlainDate;
  /** How it came about, step by step. */
  readonly steps: readonly Step[];
}

/** A deadline that rests in an open suspension: it has no end yet. */
export interface RestingDeadline {
  readonly kind: 'resting';
  readonly ruleId: string;
  readonly start: PlainDate;
  /** First day of the suspension that still lasts. */
  readonly since: PlainDate;
  readonly steps: readonly Step[];
}

/** Result of {@link computeDeadline}. */
export type Deadline = DatedDeadline | RestingDeadline;

/**
 * Computes a deadline by §§ 186–193 BGB (which § 31 Abs. 1 VwVfG applies to the administration) and explains it.
 * `start` is the day of the event, the first day (`start-of-day`) or, counting back, the day of the event ahead.
 * Throws `RangeError` for an impossible rule, suspensions of a backward rule, or years without known holidays.
 */
export function computeDeadline(rule: DeadlineRule, start: PlainDate, options: DeadlineOptions): Deadline {
  assertRule(rule);
  return rule.direction === 'backward' ? backward(rule, start, options) : forward(rule, start, options);
}

function forward(rule: ForwardRule, start: PlainDate, options: DeadlineOptions): Deadline {
  const spans = joinSuspensions(options.suspensions ?? []);
  const label = options.startLabel ?? 'Ereignis';
  const first = rule.startKind === 'event' ? addDays(start, 1) : start;
  const opening =
    rule.startKind === 'event' ? explain.startsAfterEvent(label, start, first) : explain.startsWithDay(label, first);
  const duration = calendarDuration(rule);
  const run = duration
    ? calendarDays(rule, start, { duration, spans })
    : workingDays(rule, first, { place: options.place, spans });
  if ('restsIn' in run) return resting(rule, start, { restsIn: run.restsIn, steps: [opening] });
  const last = run.end;
  const moved = rule.extendOnHoliday ? moveFromDayOff(last, options.place, spans) : last;
  if (typeof moved !== 'string') return resting(rule, start, { restsIn: moved.restsIn, steps: [opening, ...run.steps] });
  const shift = shiftSteps(rule, { from: last, to: moved }, options.place);
  return {
    kind: 'dated',
    ruleId: rule.id,
    start,
    period: { first, last },
    end: moved,
    steps: [opening, ...run.steps, ...shift, explain.ends(moved)],
  };
}

type Run = { end: PlainDate; steps: Step[] } | { restsIn: Span };

function calendarDays(
  rule: ForwardRule,
  start: PlainDate,
  { duration, spans }: { duration: Duration; spans: readonly Span[] },
): Run {
  const event = rule.startKind === 'event';
  const first = event ? addDays(start, 1) : start;
  const raw = event ? endAfterEvent(start, duration) : endFromStartOfDay(start, duration);
  const end = endWithSuspensions({ first, last: raw }, spans);
  if (typeof end !== 'string') return end;
  return { end, steps: [explain.runs(rule, raw), ...suspensionSteps(spans, { first, last: end })] };
}

/** Counts only days that are worked and not suspended; the last one counted is the end. */
function workingDays(rule: ForwardRule, first: PlainDate, { place, spans }: { place: Place; spans: readonly Span[] }): Run {
  let left = rule.amount;
  for (let day = first; ; day = addDays(day, 1)) {
    const span = spanAround(day, spans);
    if (span && span.to === undefined) return { restsIn: span };
    if (!span && isWorkingDay(day, place, rule.workWeek)) left -= 1;
    if (left === 0) return { end: day, steps: [explain.runs(rule, day), ...suspensionSteps(spans, { first, last: day })] };
  }
}

function suspensionSteps(spans: readonly Span[], period: { first: PlainDate; last: PlainDate }): Step[] {
  return spans
    .map((span) => ({ span, days: daysWithin(span, period) }))
    .flatMap(({ span, days }) => (days > 0 ? [explain.suspended(span, days)] : []));
}

/** The next working day that is not suspended either (§ 193 BGB, § 31 Abs. 3 VwVfG): nobody must act while the deadline rests. */
function moveFromDayOff(end: PlainDate, place: Place, spans: readonly Span[]): PlainDate | { restsIn: Span } {
  if (isWorkingDay(end, place)) return end;
  const open = spans.at(-1);
  const rests = (day: PlainDate) => open !== undefined && open.to === undefined && day >= open.from;
  const day = search(
    end,
    1,
    (candidate) => rests(candidate) || (isWorkingDay(candidate, place) && !spanAround(candidate, spans)),
  );
  return open && rests(day) ? { restsIn: open } : day;
}

function shiftSteps(rule: DeadlineRule, { from, to }: { from: PlainDate; to: PlainDate }, place: Place): Step[] {
  const reason = dayOffReason(from, place);
  if (from === to) return reason === undefined ? [] : [explain.kept(from, reason)];
  const step = to > from ? 1 : -1;
  const reasons: string[] = [];
  for (let day = from; day !== to; day = addDays(day, step)) reasons.push(dayOffReason(day, place) ?? 'gehemmt');
  return [explain.moved(from, to, { reasons, norm: rule.holidaySource ?? '§ 193 BGB' })];
}

function backward(
  rule: BackwardRule,
  event: PlainDate,
  { place, suspensions = [], startLabel = 'Ereignis' }: DeadlineOptions,
): DatedDeadline {
  if (suspensions.length > 0) throw new RangeError(`Regel „${rule.id}“: Eine Frist, die zurückrechnet, kann nicht gehemmt sein.`);
  const duration = calendarDuration(rule);
  const first = duration ? startBeforeEvent(event, duration) : countBack(rule, event, place);
  const unmoved = rule.lastDay === 'before-period' ? addDays(first, -1) : first;
  const step = rule.onHoliday === 'later' ? 1 : -1;
  const end = rule.onHoliday === 'keep' ? unmoved : search(unmoved, step, (day) => isWorkingDay(day, place));
  return {
    kind: 'dated',
    ruleId: rule.id,
    start: event,
    period: { first, last: addDays(event, -1) },
    end,
    steps: [
      explain.countsBack(rule, startLabel, { event, first }),
      ...shiftSteps(rule, { from: unmoved, to: end }, place),
      explain.actBy(end),
    ],
  };
}

function countBack(rule: BackwardRule, event: PlainDate, place: Place): PlainDate {
  let left = rule.amount;
  return search(addDays(event, -1), -1, (day) => {
    if (isWorkingDay(day, place, rule.workWeek)) left -= 1;
    return left === 0;
  });
}

function resting(rule: DeadlineRule, start: PlainDate, { restsIn, steps }: { restsIn: Span; steps: Step[] }): RestingDeadline {
  return { kind: 'resting', ruleId: rule.id, start, since: restsIn.from, steps: [...steps, explain.rests(restsIn)] };
}
