// SPDX-License-Identifier: EUPL-1.2
import type { CalendarUnit, Duration } from './period.ts';
import type { WorkWeek } from './working-days.ts';

/** In what a deadline is measured: calendar time, or days on which people work. */
export type DeadlineUnit = CalendarUnit | 'working-days';

/** What a rule of law says about a deadline; plain data that can be stored as JSON. */
interface RuleCore {
  /** Stable name, chosen by the caller. */
  readonly id: string;
  /** German name of the deadline, e.g. `Widerspruchsfrist`. */
  readonly name: string;
  /** The norm, e.g. `§ 70 Abs. 1 VwGO`. */
  readonly legalSource: string;
  readonly unit: DeadlineUnit;
  /** Whole number ≥ 1. */
  readonly amount: number;
  /** "… und ein halber Monat": 15 days, counted last (§ 189 Abs. 2 BGB); with months only. */
  readonly plusHalfMonth?: true;
  /** Which days count when the unit is `working-days`; `mon-fri` without a word. */
  readonly workWeek?: WorkWeek;
  /** The norm that moves the end away from a day off; `§ 193 BGB` without a word. */
  readonly holidaySource?: string;
}

/** A period that runs from a start into the future. */
export interface ForwardRule extends RuleCore {
  readonly direction?: 'forward';
  /** `event`: the day of the event does not count (§ 187 Abs. 1 BGB); `start-of-day`: the first day counts (Abs. 2). */
  readonly startKind: 'event' | 'start-of-day';
  /** Whether an end on a Saturday, Sunday or public holiday moves to the next working day. */
  readonly extendOnHoliday: boolean;
}

/** A period counted back from an event that must still lie ahead: summons, convening, notice before a meeting. */
export interface BackwardRule extends RuleCore {
  readonly direction: 'backward';
  /**
   * `before-period`: the whole period must lie between act and event ("mindestens eine Woche vorher"; the day of the act
   * does not count either); `counted-day`: the act may still happen on the last counted day ("spätestens am dritten Tag vor").
   */
  readonly lastDay: 'before-period' | 'counted-day';
  /**
   * § 193 BGB protects who has to act and is not applied to periods that protect the other side, so `keep` unless the
   * law says otherwise; `earlier`/`later` move a last day that is a day off.
   */
  readonly onHoliday: 'keep' | 'earlier' | 'later';
}

/** A rule for {@link import('./compute-deadline.ts').computeDeadline}. */
export type DeadlineRule = ForwardRule | BackwardRule;

/** Throws `RangeError` for a rule that cannot be computed; rules may come from a database. */
export function assertRule(rule: DeadlineRule): void {
  if (!Number.isInteger(rule.amount) || rule.amount < 1)
    throw new RangeError(`Regel „${rule.id}“: Die Dauer muss eine ganze Zahl ab 1 sein.`);
  if (rule.plusHalfMonth && rule.unit !== 'months')
    throw new RangeError(`Regel „${rule.id}“: Ein halber Monat tritt nur zu Monaten hinzu.`);
}

/** The rule's length as calendar time; undefined when it counts working days. */
export function calendarDuration({ unit, amount, plusHalfMonth }: DeadlineRule): Duration | undefined {
  if (unit === 'working-days') return undefined;
  return { unit, amount, ...(plusHalfMonth ? { plusHalfMonth } : {}) };
}

/** German wording of a rule's duration: `1 Monat`, `10 Arbeitstage`, `6 Werktage`. */
export function durationText({ unit, amount, workWeek, plusHalfMonth }: DeadlineRule): string {
  const [one, many] = unit === 'working-days' && workWeek === 'mon-sat' ? ['Werktag', 'Werktage'] : unitNames[unit];
  return `${amount} ${amount === 1 ? one : many}${plusHalfMonth ? ' und 15 Tage' : ''}`;
}

const unitNames: Record<DeadlineUnit, readonly [one: string, many: string]> = {
  days: ['Tag', 'Tage'],
  'working-days': ['Arbeitstag', 'Arbeitstage'],
  weeks: ['Woche', 'Wochen'],
  months: ['Monat', 'Monate'],
  quarters: ['Vierteljahr', 'Vierteljahre'],
  'half-years': ['halbes Jahr', 'halbe Jahre'],
  years: ['Jahr', 'Jahre'],
};
