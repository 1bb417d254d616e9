// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { thousands } from './thousands.ts';
import { compare, type Decimal, formatDecimal } from '@fachwerk/en16931';

/** The way of an invoice, in order; beside it stand refused and cancelled. */
export const way = [
  'received',
  'checked',
  'assigned',
  'factual',
  'arithmetic',
  'ordered',
  'handed-over',
  'paid',
  'filed',
] as const;
export type InvoiceState = (typeof way)[number] | 'refused' | 'cancelled';

/** What the rules look at. */
export interface InvoiceNow {
  readonly state: InvoiceState;
  readonly lock: number;
}

/** Somebody who did a step, and for whom. */
export interface Doer {
  readonly step: string;
  readonly person: string | null;
  readonly represented: string | null;
}

/** Stands the invoice where this step begins, and is it still as the person saw it? */
export function mayStep(invoice: InvoiceNow, from: readonly InvoiceState[], read: number): Refusal | undefined {
  if (!from.includes(invoice.state)) return new Refusal('conflict', `invoices.not-now.${invoice.state}`);
  if (invoice.lock !== read) return new Refusal('conflict', 'invoices.changed-since-read');
  return undefined;
}

/**
 * Whoever certified an invoice does not order its payment (four eyes; § 41 KommHV-Kameralistik and the other Länder alike). The person
 * represented counts, too: a deputy must not complete what the principal began.
 */
export function fourEyes(doers: readonly Doer[], acting: Omit<Doer, 'step'>): Refusal | undefined {
  const certified = doers.filter(({ step }) => step === 'factual' || step === 'arithmetic');
  const names = new Set(certified.flatMap(({ person, represented }) => [person, represented]).filter((id) => id !== null));
  const same = [acting.person, acting.represented].some((id) => id !== null && names.has(id));
  return same ? new Refusal('not-permitted', 'invoices.four-eyes') : undefined;
}

/** Who certified or ordered takes no part in the payment (§ 2 (3) SVRV). */
export function apartFromPayment(doers: readonly Doer[], acting: Omit<Doer, 'step'>): Refusal | undefined {
  const involved = doers.filter(({ step }) => step === 'factual' || step === 'arithmetic' || step === 'ordered');
  const names = new Set(involved.flatMap(({ person, represented }) => [person, represented]));
  const same = [acting.person, acting.represented].some((id) => id !== null && names.has(id));
  return same ? new Refusal('not-permitted', 'invoices.not-your-payment') : undefined;
}

/** Arithmetically right needs every cent on a budget code. */
export function allAllocated(amount: Decimal | undefined, allocated: Decimal): Refusal | undefined {
  if (amount === undefined) return new Refusal('invalid', 'invoices.no-amount');
  if (compare(amount, allocated) === 0) return undefined;
  return new Refusal('conflict', 'invoices.not-all-allocated', {
    amount: showAmount(amount),
    allocated: showAmount(allocated),
  });
}

/** 1234.5 → „1.234,50“. */
export function showAmount(value: Decimal): string {
  const [whole = '', cents = ''] = formatDecimal(value, 2).split('.');
  return `${thousands(whole, '.')},${cents}`;
}
