// SPDX-License-Identifier: EUPL-1.2
import { addDays, isPlainDate, plainDate } from '@fachwerk/german-calendar';
import {
  compare,
  formatDecimal,
  hundredth,
  multiply,
  parseDecimal,
  round,
  type Skonto,
  skontoOf,
  subtract,
} from '@fachwerk/en16931';

/** When an invoice is due: as it says, else thirty days after it came in (§ 286 (3) BGB). */
export function dueOn(stated: string | undefined, receivedOn: string): string {
  return stated !== undefined && isPlainDate(stated) ? stated : addDays(plainDate(receivedOn), 30);
}

/** Cash discounts, the best first. */
function discounts(terms: string): Skonto[] {
  return skontoOf(terms)
    .filter(({ days }) => days <= 3650)
    .sort((left, right) => compare(right.percent, left.percent));
}

/** The last day of the best cash discount, counted from the invoice date; nothing without a date or a discount. */
export function lastSkontoDay(terms: string, issuedOn: string | undefined): string | undefined {
  if (issuedOn === undefined || !isPlainDate(issuedOn)) return undefined;
  const [best] = discounts(terms);
  return best && addDays(plainDate(issuedOn), best.days);
}

/** One cash discount with what it is worth. */
export interface SkontoOffer {
  readonly percent: string;
  readonly until: string;
  readonly saving: string;
  readonly toPay: string;
}

/** Cash discounts that can still be had on a day, the best first. */
export function skontoOffers(
  { terms, issuedOn, amount }: { readonly terms: string; readonly issuedOn: string | null; readonly amount: string | null },
  today: string,
): SkontoOffer[] {
  const payable = parseDecimal(amount ?? '');
  if (!payable || issuedOn === null || !isPlainDate(issuedOn)) return [];
  return discounts(terms).flatMap(({ days, percent, base }) => {
    const until = addDays(plainDate(issuedOn), days);
    const saving = round(multiply(base ?? payable, hundredth(percent)));
    const toPay = formatDecimal(subtract(payable, saving), 2);
    return until < today ? [] : [{ percent: formatDecimal(percent), until, saving: formatDecimal(saving, 2), toPay }];
  });
}

/** What the queue is sorted by: the discount's last day while it can still be had, else the due day. */
export function urgency(invoice: { readonly dueOn: string; readonly skontoOn: string | null }, today: string): string {
  const { dueOn: due, skontoOn } = invoice;
  return skontoOn !== null && skontoOn >= today && skontoOn < due ? skontoOn : due;
}
