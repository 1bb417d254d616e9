// SPDX-License-Identifier: EUPL-1.2
// Rule sets are bundles with a date: an invoice is judged by the rules of its day, and a report can be made again years later.
import type { SetName } from './rule.ts';

/** One edition of a collection of rules. Dates are `YYYY-MM-DD`; `until` is the last day, undefined if it still holds. */
export interface RuleSet {
  readonly name: string;
  readonly version: string;
  readonly sets: readonly SetName[];
  readonly from: string;
  readonly until?: string;
}

/** Every edition that this package can ask. */
export const ruleSets: readonly RuleSet[] = [
  { name: 'EN 16931 validation artefacts', version: '1.3.16', sets: ['en16931', 'ubl-syntax', 'cii-syntax'], from: '2017-10-17' },
  {
    name: 'XRechnung',
    version: '3.0.2 (rules 2.5)',
    sets: ['xrechnung', 'xrechnung-extension', 'xrechnung-cvd'],
    from: '2024-02-01',
  },
  { name: 'Peppol BIS Billing in XRechnung', version: '3.0.19', sets: ['peppol'], from: '2024-02-01' },
  { name: 'Fachwerk structure', version: '1', sets: ['structure'], from: '2017-10-17' },
];

/** The editions that hold on a day. */
export function ruleSetsOn(day: string): RuleSet[] {
  return ruleSets.filter((each) => each.from <= day && (each.until === undefined || day <= each.until));
}
