// SPDX-License-Identifier: EUPL-1.2
import { addDays } from './date-arithmetic.ts';
import { computeDeadline, type DatedDeadline, type Deadline, type DeadlineOptions } from './compute-deadline.ts';
import type { ForwardRule } from './deadline-rule.ts';

/**
 * Prolongs a deadline (§ 190 BGB, § 31 Abs. 7 VwVfG): the added period starts with the day after the previous end. For
 * deadlines of substantive law both periods form one, so the calculated end counts even if it was a day off; deadlines of
 * court procedure go on from the moved end (§ 224 Abs. 3 ZPO; BGH NJW-RR 2010, 211).
 */
export function prolongDeadline(
  previous: DatedDeadline,
  added: Omit<ForwardRule, 'startKind'>,
  { from, ...options }: DeadlineOptions & { readonly from: 'calculated-end' | 'moved-end' },
): Deadline {
  const end = from === 'moved-end' ? previous.end : previous.period.last;
  return computeDeadline({ ...added, startKind: 'start-of-day' }, addDays(end, 1), {
    startLabel: 'Ablauf der bisherigen Frist',
    ...options,
  });
}
