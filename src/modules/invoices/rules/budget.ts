// SPDX-License-Identifier: EUPL-1.2
import { compare, parseDecimal, subtract, sum } from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Allocation } from './allocation.ts';
import { showAmount } from './workflow.ts';

/** A budget code of the imported list, with what other open invoices have on it. */
export interface BudgetCode {
  readonly code: string;
  readonly title: string;
  /** Empty when the list does not say it. */
  readonly available: string;
  readonly taken: string;
}

/** A code where the means do not suffice. */
export interface Shortage {
  readonly code: string;
  readonly title: string;
  readonly left: string;
  readonly wanted: string;
}

/** Is every code one of this year's list? Without a list for the year nothing is refused. */
export function knownCodes(rows: readonly Allocation[], codes: readonly string[], year: number): Refusal | undefined {
  if (codes.length === 0) return undefined;
  const known = new Set(codes);
  const at = rows.findIndex(({ code }) => !known.has(code));
  if (at < 0) return undefined;
  const details = { line: at + 1, code: rows[at]?.code ?? '', year };
  return new Refusal('invalid', 'invoices.allocation.unknown-code', details, { rows: 'invoices.allocation.unknown-code' });
}

/** Where more is wanted than is left. It is said, not refused: whether more may be spent is a decision of the budget's law. */
export function shortagesOf(rows: readonly Allocation[], codes: readonly BudgetCode[]): Shortage[] {
  return codes.flatMap(({ code, title, available, taken }) => {
    const means = parseDecimal(available);
    const wanted = sum(rows.filter((row) => row.code === code).flatMap(({ amount }) => parseDecimal(amount) ?? []));
    if (!means) return [];
    const left = subtract(means, parseDecimal(taken) ?? sum([]));
    return compare(wanted, left) > 0 ? [{ code, title, left: showAmount(left), wanted: showAmount(wanted) }] : [];
  });
}
