// SPDX-License-Identifier: EUPL-1.2
import { computeDeadline, type Deadline, type DeadlineRule, type PlainDate, type Suspension } from '@fachwerk/german-calendar';
import { Refusal } from '../refusal.ts';
import type { DeadlineExplanation, DeadlineOutcome, StoredHolidayChange, TrackedDeadline } from './tracked-deadline.ts';

/** What a deadline begins with. */
export type DeadlineBeginning = Omit<TrackedDeadline, 'suspensions' | 'state' | 'due' | 'closedOn'>;

/** Changes of the holidays, of which a rule takes those of the deadline's place. */
export type Holidays = readonly StoredHolidayChange[];

const textKey = /^[a-z][a-z-]*(\.[a-z0-9-]+)+$/;

/** A deadline begins to run. */
export function begin(beginning: DeadlineBeginning, holidays: Holidays): TrackedDeadline {
  return settled({ ...beginning, suspensions: [], state: 'running', closedOn: undefined }, holidays);
}

/** A running deadline stops for a reason, from a day on that is no longer counted. */
export function suspend(
  deadline: TrackedDeadline,
  { from, reason }: Omit<Suspension, 'to'>,
  holidays: Holidays,
): TrackedDeadline | Refusal {
  if (reason !== undefined && !textKey.test(reason)) throw new Error('the reason of a suspension is a text key');
  if (deadline.state !== 'running') return refuse('not-running');
  if (deadline.rule.direction === 'backward') return refuse('cannot-rest');
  if (from < deadline.start) return refuse('suspended-before-start');
  if (deadline.due !== undefined && from > deadline.due) return refuse('already-over');
  return settled({ ...deadline, suspensions: [...deadline.suspensions, { from, reason }] }, holidays);
}

/** A resting deadline runs on; `lastDay` is the last day that is not counted. */
export function resume(deadline: TrackedDeadline, lastDay: PlainDate, holidays: Holidays): TrackedDeadline | Refusal {
  const open = deadline.suspensions.find(({ to }) => to === undefined);
  if (deadline.state !== 'suspended' || !open) return refuse('not-suspended');
  if (lastDay < open.from) return refuse('resumed-before-suspended');
  const suspensions = deadline.suspensions.map((span) => (span === open ? { ...open, to: lastDay } : span));
  return settled({ ...deadline, suspensions }, holidays);
}

/**
 * Ends the watch: what was due happened in time (`met`), the last day passed without it (`expired`), or it no longer matters
 * (`cancelled`). `on` is the German day of the act, so an act at 23:59 of the last day is in time and one at midnight is not.
 */
export function close(deadline: TrackedDeadline, outcome: DeadlineOutcome, on: PlainDate): TrackedDeadline | Refusal {
  if (deadline.state !== 'running' && deadline.state !== 'suspended') return refuse('closed');
  if (outcome === 'met' && isOver(deadline, on)) return refuse('already-over');
  if (outcome === 'expired' && !isOver(deadline, on)) return refuse('not-over-yet');
  return { ...deadline, state: outcome, closedOn: on };
}

/** Whether the last day has passed; a resting deadline is never over. */
export function isOver({ due, state }: TrackedDeadline, today: PlainDate): boolean {
  return state === 'running' && due !== undefined && due < today;
}

/** The same deadline computed again, by changed holidays or a changed rule; what is closed stays as it was. */
export function computeAgain(deadline: TrackedDeadline, holidays: Holidays, rule: DeadlineRule = deadline.rule): TrackedDeadline {
  if (deadline.state !== 'running' && deadline.state !== 'suspended') return deadline;
  return settled({ ...deadline, rule }, holidays);
}

/** Why it ends when it ends, step by step. */
export function explainDeadline(deadline: TrackedDeadline, holidays: Holidays): DeadlineExplanation {
  return computed(deadline, holidays).steps;
}

/** The holidays' changes that count at the place of a deadline. */
function changesAt({ place }: TrackedDeadline, holidays: Holidays): Holidays {
  return holidays.filter(
    ({ land, municipality }) => land === place.land && (municipality === '' || municipality === place.municipality),
  );
}

function computed(deadline: TrackedDeadline, holidays: Holidays): Deadline {
  const { land, localHolidays } = deadline.place;
  return computeDeadline(deadline.rule, deadline.start, {
    place: { land, local: localHolidays, changes: changesAt(deadline, holidays) },
    suspensions: deadline.suspensions,
    startLabel: deadline.startLabel,
  });
}

function settled(deadline: TrackedDeadline, holidays: Holidays): TrackedDeadline {
  const result = computed(deadline, holidays);
  return result.kind === 'dated'
    ? { ...deadline, state: 'running', due: result.end }
    : { ...deadline, state: 'suspended', due: undefined };
}

function refuse(why: string): Refusal {
  return new Refusal('conflict', `kernel.deadline.${why}`);
}
