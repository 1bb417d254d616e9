// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Whether somebody may act in a file: the way they act now, in their own name, and for whom else they could. */
export interface Acting {
  readonly now: boolean;
  readonly own: boolean;
  /** Name of somebody whom they may represent and who may; undefined when there is nobody. */
  readonly lender?: string | undefined;
}

/** An act is signed "i. V." on purpose and never by accident: the refusal says in whose name it would be right. */
export function mayAct({ now, own, lender }: Acting): Refusal | undefined {
  if (now) return undefined;
  if (own) return new Refusal('not-permitted', 'people.acting.stop-representing');
  if (lender !== undefined) return new Refusal('not-permitted', 'people.acting.represent-first', { name: lender });
  return new Refusal('not-permitted', 'records.open-case.read-only');
}
