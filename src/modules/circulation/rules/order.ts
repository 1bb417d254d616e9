// SPDX-License-Identifier: EUPL-1.2
import { isFinalSignature, isSignature, type Mark, type StepKind } from './kinds.ts';
import type { Seat, TypedStep } from './typed/types.ts';

/** States of a step as xdomea counts them: 001 future, 002 current, 003 done, 004 skipped. */
export type StepState = 'future' | 'current' | 'done' | 'skipped';
/** States of an order; `returned` waits for whoever gave it. */
export type OrderState = 'running' | 'returned' | 'completed' | 'recalled';

/** A step of an order that goes round. */
export interface Step {
  readonly id: string;
  readonly stage: number;
  readonly branch: number;
  readonly turn: number;
  readonly kind: StepKind;
  readonly seat: Seat;
  readonly due: string | null;
  readonly series: TypedStep['series'];
  readonly note: string;
  readonly state: StepState;
  readonly mark: Mark | null;
  /** Version of the document that the mark stands under. */
  readonly version: number | null;
  /** The step that this one does again. */
  readonly repeats: string | null;
}

/** Done and skipped steps are finished: they are never changed again (xdomea, Beteiligungsschritt). */
export function isFinished({ state }: Pick<Step, 'state'>): boolean {
  return state === 'done' || state === 'skipped';
}

/** Everything is finished: the order has come to its end. */
export function isThrough(steps: readonly Step[]): boolean {
  return steps.every(isFinished);
}

/**
 * Says of each unfinished step whether it is its turn: of the first stage with something to do, the first open turn of every branch.
 * A stage waits for all branches of the one before it.
 */
export function settle(steps: readonly Step[]): Step[] {
  const open = steps.filter((step) => !isFinished(step));
  const stage = Math.min(...open.map((step) => step.stage));
  const turns = new Map<number, number>();
  for (const { branch, turn } of open.filter((step) => step.stage === stage))
    turns.set(branch, Math.min(turn, turns.get(branch) ?? turn));
  const isNow = (step: Step) => step.stage === stage && turns.get(step.branch) === step.turn;
  return steps.map((step) => (isFinished(step) ? step : { ...step, state: isNow(step) ? 'current' : 'future' }));
}

/** The steps of a new order; whoever writes it has written its notes already. */
export function begin(typed: readonly TypedStep[], ids: readonly string[], version: number | null): Step[] {
  return settle(typed.map((step, at) => stepOf(step, ids[at] ?? '', version)));
}

function stepOf(step: TypedStep, id: string, version: number | null): Step {
  const written = step.kind === 'memo';
  return {
    ...step,
    id,
    state: written ? 'done' : 'future',
    mark: written ? 'written' : null,
    version: written ? version : null,
    repeats: null,
  };
}

/** One step was marked. */
export function markStep(steps: readonly Step[], id: string, marked: { mark: Mark; version: number | null }): Step[] {
  return settle(steps.map((step) => (step.id === id ? { ...step, ...marked, state: 'done' } : step)));
}

/** What is left is skipped: the order was recalled. */
export function skipRest(steps: readonly Step[]): Step[] {
  return steps.map((step) => (isFinished(step) ? step : { ...step, state: 'skipped' }));
}

/** Signatures that a new version of the document makes void: given under an older one, and not asked for again yet. */
export function overtaken(steps: readonly Step[], version: number): Step[] {
  const again = new Set(steps.map(({ repeats }) => repeats));
  const gave: readonly (Mark | null)[] = ['cosigned', 'cosigned-with-remark', 'signed'];
  return steps.filter(
    (step) => isSignature(step.kind) && gave.includes(step.mark) && (step.version ?? 0) < version && !again.has(step.id),
  );
}

/** Steps that sent the order back and are not asked again yet. */
export function sentBack(steps: readonly Step[]): Step[] {
  const again = new Set(steps.map(({ repeats }) => repeats));
  return steps.filter(({ id, mark }) => (mark === 'returned' || mark === 'refused') && !again.has(id));
}

/**
 * Asks finished steps again: as new steps, because finished ones stay as they are. Co-signatures come before what is left, or beside it
 * where others are co-signing just now; final signatures come after them.
 */
export function askAgain(steps: readonly Step[], wanted: readonly Step[], ids: readonly string[]): Step[] {
  const open = steps.filter((step) => !isFinished(step));
  const now = open.length > 0 ? Math.min(...open.map(({ stage }) => stage)) : Math.max(0, ...steps.map(({ stage }) => stage)) + 1;
  const beside = open.some(({ stage, kind }) => stage === now && !isFinalSignature(kind) && isSignature(kind));
  const groups = [wanted.filter(({ kind }) => !isFinalSignature(kind)), wanted.filter(({ kind }) => isFinalSignature(kind))];
  const inserted = groups.map((group, at) => (group.length === 0 || (at === 0 && beside) ? 0 : 1));
  const shift = inserted[0]! + inserted[1]!;
  const keepsPlace = (step: Step) => isFinished(step) || (beside && step.stage === now);
  const moved = steps.map((step) => (keepsPlace(step) ? step : { ...step, stage: step.stage + shift }));
  const offset = Math.max(0, ...steps.filter(({ stage }) => stage === now).map(({ branch }) => branch));
  const copies = groups.flatMap((group, at) => {
    const stage = at === 0 ? now : now + Math.max(inserted[0]!, beside ? 1 : inserted[0]!);
    return group.map((step, place) => ({ step, stage, branch: at === 0 ? offset + place + 1 : place + 1 }));
  });
  return settle([...moved, ...copies.map(({ step, stage, branch }, at) => again(step, { id: ids[at] ?? '', stage, branch }))]);
}

function again(step: Step, place: { id: string; stage: number; branch: number }): Step {
  return { ...step, ...place, turn: 1, state: 'future', mark: null, version: null, repeats: step.id };
}

/**
 * The order goes on differently (xdomea 0203): what is done stays, what was still to come is replaced. A step that stands in both with the
 * same seat and kind stays itself; the others are skipped and remain visible.
 */
export function changeCourse(steps: readonly Step[], typed: readonly TypedStep[], ids: readonly string[]): Step[] {
  const left = steps.filter((step) => !isFinished(step));
  const matched = typed.map((step) => {
    const place = left.findIndex((old) => old.kind === step.kind && sameSeat(old.seat, step.seat));
    return place < 0 ? undefined : left.splice(place, 1)[0];
  });
  const kept = new Set(matched.map((old) => old?.id));
  const gone = new Set(left.map(({ id }) => id));
  const stayed = steps
    .filter(({ id }) => !kept.has(id))
    .map((step) => (gone.has(step.id) ? { ...step, state: 'skipped' as const } : step));
  // What fell away stands before what is new, so that the way reads as it was.
  const base = Math.max(0, ...stayed.map(({ stage }) => stage));
  const fresh = typed.map((step, at) => {
    const old = matched[at];
    return { ...stepOf(step, old?.id ?? ids[at] ?? '', null), stage: base + step.stage, repeats: old?.repeats ?? null };
  });
  return settle([...stayed, ...fresh]);
}

function sameSeat(one: Seat, other: Seat): boolean {
  return one.unit === other.unit && one.function === other.function && one.head === other.head;
}

/** What is still to come, as it could be typed: the beginning of a change. */
export function restOf(steps: readonly Step[]): TypedStep[] {
  return steps
    .filter((step) => !isFinished(step))
    .map(({ stage, branch, turn, kind, seat, due, series, note }) => ({ stage, branch, turn, kind, seat, due, series, note }));
}

/** Does a final signature still wait for somebody's co-signature? */
export function waitsForCosignature(steps: readonly Step[]): boolean {
  const finals = steps.filter((step) => isFinalSignature(step.kind) && !isFinished(step));
  return (
    finals.length > 0 &&
    steps.some((step) => step.kind === 'cosign' && !isFinished(step) && finals.some(({ stage }) => step.stage < stage))
  );
}

/** Does something other than z.d.A. itself keep the case open? */
export function keepsCaseOpen(steps: readonly Step[]): boolean {
  return steps.some((step) => step.kind !== 'close' && !isFinished(step));
}
