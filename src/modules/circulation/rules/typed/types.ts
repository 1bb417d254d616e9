// SPDX-License-Identifier: EUPL-1.2
import type { Series } from '../follow-up-days.ts';
import type { StepKind } from '../kinds.ts';

/** Where a step goes: a unit, its head, or one function held there. Never a person: who holds the function changes. */
export interface Seat {
  readonly unit: string;
  readonly function: string | null;
  /** Only whoever leads the unit. */
  readonly head: boolean;
  /** How it is written in the order; the same words lead to the same seat again. */
  readonly label: string;
}

/** A step as it was typed. Stages come one after the other, branches of a stage at the same time, turns of a branch one after the other. */
export interface TypedStep {
  readonly stage: number;
  readonly branch: number;
  readonly turn: number;
  readonly kind: StepKind;
  readonly seat: Seat;
  /** Last day, `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly series: Series | null;
  readonly note: string;
}

/** Why words were not understood. */
export type ProblemCode =
  | 'no-kind'
  | 'no-addressee'
  | 'unknown-addressee'
  | 'ambiguous-addressee'
  | 'impossible-date'
  | 'unreadable-date'
  | 'past-date'
  | 'weekend'
  | 'no-date'
  | 'not-last'
  | 'second-close'
  | 'too-deep'
  | 'too-many'
  | 'empty';

/** One thing to put right: where it stands (offsets into the text), and what could stand there instead. */
export interface Problem {
  readonly code: ProblemCode;
  /** A hint does not keep the order from going. */
  readonly hint: boolean;
  readonly from: number;
  readonly to: number;
  /** Number of the line as the clerk counts, from 1. */
  readonly line: number;
  /** The words in question. */
  readonly word: string;
  /** Words that could replace them, the likeliest first. */
  readonly proposals: readonly string[];
}

/** A stretch of the text that was understood. */
export interface Understood {
  readonly from: number;
  readonly to: number;
}

/** What a text means. */
export interface TypedOrder {
  readonly steps: readonly TypedStep[];
  readonly problems: readonly Problem[];
  readonly understood: readonly Understood[];
}

/** Everybody whom an order can name. */
export interface Directory {
  readonly units: readonly { readonly id: string; readonly code: string; readonly name: string; readonly top: boolean }[];
  readonly people: readonly {
    readonly function: string;
    readonly unit: string;
    readonly given: string;
    readonly family: string;
    readonly head: boolean;
  }[];
  /** The seat of whoever writes the order. */
  readonly self: { readonly unit: string; readonly function: string | null };
}
