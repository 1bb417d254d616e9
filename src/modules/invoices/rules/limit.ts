// SPDX-License-Identifier: EUPL-1.2
import { compare, parseDecimal } from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Cells } from './lists.ts';
import { showAmount } from './workflow.ts';

/** A function that somebody holds now. */
export interface Held {
  /** Code of the unit. */
  readonly unit: string;
  readonly role: string;
  readonly roleName: string;
}

/**
 * Up to which amount somebody may order in an office: the highest limit of the functions held there or above. Limits belong to functions,
 * never to persons; a function without an entry has none. A deputy is bound by the limits of the person represented.
 */
export function limitOf(
  held: readonly Held[],
  officeAndAbove: ReadonlySet<string>,
  limits: readonly Cells[],
): string | undefined {
  const mine = limits.filter(({ unit = '', role = '' }) =>
    held.some((one) => one.unit === unit && officeAndAbove.has(unit) && isRole(one, role)),
  );
  const amounts = mine.flatMap(({ amount = '' }) => parseDecimal(amount) ?? []);
  const highest = amounts.sort(compare).at(-1);
  return highest && mine.find(({ amount = '' }) => compare(parseDecimal(amount) ?? highest, highest) === 0)?.['amount'];
}

function isRole({ role, roleName }: Held, named: string): boolean {
  return [role, roleName].some((one) => one.toLowerCase() === named.toLowerCase());
}

/** May the amount be ordered? */
export function withinLimit(amount: string | null, limit: string | undefined): Refusal | undefined {
  const [asked, most] = [parseDecimal(amount ?? ''), parseDecimal(limit ?? '')];
  if (!asked || !most || compare(asked, most) <= 0) return undefined;
  return new Refusal('not-permitted', 'invoices.above-limit', { amount: showAmount(asked), limit: showAmount(most) });
}
