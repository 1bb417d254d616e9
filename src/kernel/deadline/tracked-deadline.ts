// SPDX-License-Identifier: EUPL-1.2
import type { DeadlineRule, HolidayChange, Land, LocalHolidayId, PlainDate, Step, Suspension } from '@fachwerk/german-calendar';

/** `suspended` rests in an open suspension; the last three are over. */
export type DeadlineState = 'running' | 'suspended' | 'met' | 'expired' | 'cancelled';

/** How a deadline is closed. */
export type DeadlineOutcome = 'met' | 'expired' | 'cancelled';

/** Whose holidays count. */
export interface DeadlinePlace {
  readonly land: Land;
  /** Official municipality key, 8 digits; empty when only the Land counts. */
  readonly municipality: string;
  readonly localHolidays: readonly LocalHolidayId[];
}

/** What a deadline hangs on, and to whom it belongs: a unit, never a person. */
export interface DeadlineSubject {
  /** What it is about, `kind:uuid`; the kind decides who may see it (`kernel.open_deadlines`). */
  readonly subject: `${string}:${string}`;
  readonly file?: string | undefined;
  readonly unit?: string | undefined;
}

/** A deadline under watch. */
export interface TrackedDeadline extends DeadlineSubject {
  readonly id: string;
  /** The rule as it was when the deadline began: a later version of the rule does not touch it by itself. */
  readonly rule: DeadlineRule;
  /** One word for what happened, e.g. `Bekanntgabe`; no names. */
  readonly startLabel: string;
  readonly start: PlainDate;
  readonly place: DeadlinePlace;
  /** Reasons are text keys, never free text. */
  readonly suspensions: readonly Suspension[];
  readonly state: DeadlineState;
  /** Last day in time; undefined while it rests. */
  readonly due?: PlainDate | undefined;
  readonly closedOn?: PlainDate | undefined;
}

/** A holiday that the law made or unmade after this release, and where. */
export interface StoredHolidayChange extends HolidayChange {
  readonly id: string;
  readonly land: Land;
  /** Municipality key when it holds only there; otherwise empty. */
  readonly municipality: string;
}

/** Why a deadline ends when it ends, for a page. */
export type DeadlineExplanation = readonly Step[];
