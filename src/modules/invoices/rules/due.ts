// SPDX-License-Identifier: EUPL-1.2
import { addDays, isPlainDate, plainDate } from '@fachwerk/german-calendar';
import { compare, skontoOf } from '@fachwerk/en16931';

/** When an invoice is due: as it says, else thirty days after it came in (§ 286 (3) BGB). */
export function dueOn(stated: string | undefined, receivedOn: string): string {
  return stated !== undefined && isPlainDate(stated) ? stated : addDays(plainDate(receivedOn), 30);
}

/** The last day of the best cash discount, counted from the invoice date; nothing without a date or a discount. */
export function lastSkontoDay(terms: string, issuedOn: string | undefined): string | undefined {
  if (issuedOn === undefined || !isPlainDate(issuedOn)) return undefined;
  const best = skontoOf(terms)
    .filter(({ days }) => days <= 3650)
    .sort((left, right) => compare(right.percent, left.percent))[0];
  return best && addDays(plainDate(issuedOn), best.days);
}

/** What the queue is sorted by: the discount's last day while it can still be had, else the due day. */
export function urgency(invoice: { readonly dueOn: string; readonly skontoOn: string | null }, today: string): string {
  const { dueOn: due, skontoOn } = invoice;
  return skontoOn !== null && skontoOn >= today && skontoOn < due ? skontoOn : due;
}
