// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { isFinalSignature, type Mark, marksFor, needsWords } from './kinds.ts';
import type { OrderState, Step } from './order.ts';

/** Whether somebody sits at a step: the way they act now, in their own name, and for whom else they could. */
export interface Sitting {
  readonly now: boolean;
  readonly own: boolean;
  /** Name of somebody whom they may represent and who sits there. */
  readonly lender?: string | undefined;
  /** They act for somebody else now. */
  readonly represents: boolean;
}

/** An order as the rules see it. */
export interface OrderNow {
  readonly state: OrderState;
  readonly lock: number;
  /** Newest version of its document; null when it goes without one. */
  readonly versions: number | null;
}

/** What somebody wants to write beside a step. */
export interface Marking {
  readonly mark: Mark;
  readonly words: string;
  /** Version that was read, when there is a document. */
  readonly versionRead: number | null;
}

/** May this step be marked so? The page asks the same. */
export function mayMark(
  order: OrderNow,
  step: Step,
  { marking, sitting }: { marking: Marking; sitting: Sitting },
): Refusal | undefined {
  return mayActNow(order, step) ?? maySit(step, sitting) ?? fits(order, step, marking);
}

/** Is it this step's turn? */
export function mayActNow(order: Pick<OrderNow, 'state'>, step: Step): Refusal | undefined {
  if (order.state !== 'running') return new Refusal('conflict', `circulation.not-running.${order.state}`);
  if (step.state === 'future') return new Refusal('conflict', 'circulation.not-yet');
  if (step.state !== 'current') return new Refusal('conflict', 'circulation.step-is-finished');
  return undefined;
}

/** Does the caller sit here? A reserved signature goes to no deputy: whoever reserved it signs. */
export function maySit(step: Pick<Step, 'kind'>, { now, own, lender, represents }: Sitting): Refusal | undefined {
  if (step.kind === 'reserved-sign' && represents) return new Refusal('not-permitted', 'circulation.reserved-for-person');
  if (now) return undefined;
  if (own) return new Refusal('not-permitted', 'people.acting.stop-representing');
  if (lender !== undefined && step.kind !== 'reserved-sign')
    return new Refusal('not-permitted', 'people.acting.represent-first', { name: lender });
  return new Refusal('not-permitted', 'circulation.not-your-step');
}

function fits(order: OrderNow, step: Step, { mark, words, versionRead }: Marking): Refusal | undefined {
  if (mark !== 'returned' && !marksFor(step.kind).includes(mark)) return new Refusal('invalid', 'circulation.other-mark');
  if (needsWords(mark) && words === '')
    return new Refusal('invalid', 'circulation.needs-words', {}, { words: 'circulation.needs-words' });
  if (order.versions !== null && versionRead !== order.versions)
    return new Refusal('conflict', 'circulation.changed-since-read', { read: versionRead ?? 0, now: order.versions });
  return undefined;
}

/** May the order be taken back, changed or sent on again? Asked together with the right to write in its file. */
export function maySteer(
  order: OrderNow,
  lockRead: number,
  states: readonly OrderState[] = ['running', 'returned'],
): Refusal | undefined {
  if (!states.includes(order.state)) return new Refusal('conflict', `circulation.not-running.${order.state}`);
  if (order.lock !== lockRead) return new Refusal('conflict', 'circulation.order-changed');
  return undefined;
}

/** May the final signature be reserved? Only while nobody has given it, and by somebody who may sign there. */
export function mayReserve(order: OrderNow, step: Step): Refusal | undefined {
  if (order.state !== 'running') return new Refusal('conflict', `circulation.not-running.${order.state}`);
  if (!isFinalSignature(step.kind)) return new Refusal('conflict', 'circulation.no-signature-to-reserve');
  if (step.state === 'done' || step.state === 'skipped') return new Refusal('conflict', 'circulation.step-is-finished');
  if (step.kind === 'reserved-sign') return new Refusal('conflict', 'circulation.reserved-already');
  return undefined;
}
