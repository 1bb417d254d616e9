// SPDX-License-Identifier: EUPL-1.2
// The three kinds of faults of the letter of the Federal Ministry of Finance of 15 October 2025 on the mandatory e-invoice.
import type { SetName } from '../rules/rule.ts';

/**
 * `format`: the file is not in the prescribed syntax, so it is no e-invoice.
 * `content`: a statement that § 14 (4), § 14a UStG demands is missing or wrong.
 * `business-rule`: another rule of the standard is violated.
 */
export type FaultClass = 'format' | 'business-rule' | 'content';

/** Terms that carry statements of § 14 (4) UStG: parties, tax numbers, date, number, supply, its time, amounts, rates, reasons. */
const statutory = new Set([
  ...[
    'BT-1',
    'BT-2',
    'BT-7',
    'BT-25',
    'BT-26',
    'BG-3',
    'BT-27',
    'BG-5',
    'BT-35',
    'BT-37',
    'BT-38',
    'BT-40',
    'BT-31',
    'BT-32',
    'BT-63',
    'BG-11',
    'BT-62',
    'BG-12',
  ],
  ...[
    'BT-44',
    'BG-8',
    'BT-50',
    'BT-52',
    'BT-53',
    'BT-55',
    'BT-48',
    'BT-72',
    'BG-14',
    'BT-73',
    'BT-74',
    'BG-26',
    'BT-134',
    'BT-135',
  ],
  ...['BG-25', 'BT-129', 'BT-130', 'BT-131', 'BT-153', 'BT-146', 'BT-106', 'BT-107', 'BT-108', 'BT-109', 'BT-110', 'BG-23'],
  ...[
    'BT-116',
    'BT-117',
    'BT-118',
    'BT-119',
    'BT-120',
    'BT-121',
    'BT-151',
    'BT-152',
    'BT-95',
    'BT-96',
    'BT-102',
    'BT-103',
    'BT-92',
    'BT-99',
  ],
]);

/** The class of a violation; a hint for the clerk, never a legal decision. */
export function faultClass(set: SetName, rule: string, terms: readonly string[]): FaultClass {
  if (set === 'structure' || set === 'ubl-syntax' || set === 'cii-syntax') return 'format';
  const formal = rule.startsWith('BR-CL-') || rule.startsWith('BR-DEC-');
  return !formal && terms.some((term) => statutory.has(term)) ? 'content' : 'business-rule';
}
