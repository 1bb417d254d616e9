// SPDX-License-Identifier: EUPL-1.2
// One case for each business rule of EN 16931: from an invoice that fulfils the rule to one that violates it, by the smallest change.
import type { SyntaxFamily } from '../src/rules/rule.ts';
import type { Change } from './change.ts';
import { vatCases } from './vat-cases.ts';

/** A rule and the changes that violate it; the invoice before the last changes (`given`) fulfils it. */
export interface Case {
  readonly rule: string;
  /** Changes that make an invoice the rule speaks of; it is valid in the sense of the rule. */
  readonly given: readonly Change[];
  readonly fault: readonly Change[];
  /** Only for one family, where both need different changes. */
  readonly only?: SyntaxFamily;
}

const remove = (...terms: string[]): Change[] => terms.map((term) => ({ kind: 'remove', term }));
const set = (term: string, value: string): Change[] => [{ kind: 'set', term, value }];
const drop = (...groups: string[]): Change[] => groups.map((group) => ({ kind: 'drop', group }));
const scheme = (term: string, value?: string, name = 'schemeID'): Change[] => [
  value === undefined ? { kind: 'attribute', term, name } : { kind: 'attribute', term, name, value },
];
const put = (term: string, value: string): Change[] => [{ kind: 'put', term, value }];

const faults: Readonly<Record<string, readonly Change[]>> = {
  'BR-01': remove('BT-24'),
  'BR-02': remove('BT-1'),
  'BR-03': remove('BT-2'),
  'BR-04': remove('BT-3'),
  'BR-05': remove('BT-5'),
  'BR-06': remove('BT-27'),
  'BR-07': remove('BT-44'),
  'BR-08': drop('BG-5'),
  'BR-09': remove('BT-40'),
  'BR-10': drop('BG-8'),
  'BR-11': remove('BT-55'),
  'BR-12': remove('BT-106'),
  'BR-13': remove('BT-109'),
  'BR-14': remove('BT-112'),
  'BR-15': remove('BT-115'),
  'BR-16': drop('BG-25', 'BG-25'),
  'BR-17': remove('BT-59'),
  'BR-18': remove('BT-62'),
  'BR-19': drop('BG-12'),
  'BR-20': remove('BT-69'),
  'BR-21': remove('BT-126'),
  'BR-22': remove('BT-129', 'BT-130'),
  'BR-23': [...remove('BT-130'), ...scheme('BT-129', undefined, 'unitCode')],
  'BR-24': remove('BT-131'),
  'BR-25': remove('BT-153'),
  'BR-26': remove('BT-146'),
  'BR-27': set('BT-146', '-50.00'),
  'BR-28': set('BT-148', '-55.00'),
  'BR-29': set('BT-74', '2026-09-01'),
  'BR-30': set('BT-135', '2026-09-01'),
  'BR-31': remove('BT-92'),
  'BR-32': remove('BT-95'),
  'BR-33': remove('BT-97', 'BT-98'),
  'BR-36': remove('BT-99'),
  'BR-37': remove('BT-102'),
  'BR-38': remove('BT-104', 'BT-105'),
  'BR-41': remove('BT-136'),
  'BR-42': remove('BT-139', 'BT-140'),
  'BR-43': remove('BT-141'),
  'BR-44': remove('BT-144', 'BT-145'),
  'BR-45': remove('BT-116'),
  'BR-46': remove('BT-117'),
  'BR-47': remove('BT-118'),
  'BR-48': remove('BT-119'),
  'BR-49': remove('BT-81'),
  'BR-50': set('BT-84', ''),
  'BR-51': [{ kind: 'add', group: 'BG-18', in: 'BG-16', values: { 'BT-87': '4111111111111111' } }],
  'BR-52': remove('BT-122'),
  'BR-53': put('BT-6', 'USD'),
  'BR-54': remove('BT-161'),
  'BR-55': remove('BT-25'),
  'BR-56': remove('BT-63'),
  'BR-57': remove('BT-80'),
  'BR-61': remove('BT-84'),
  'BR-62': scheme('BT-34'),
  'BR-63': scheme('BT-49'),
  'BR-64': scheme('BT-157'),
  'BR-65': scheme('BT-158', undefined, 'listID'),
  'BR-CO-03': [...put('BT-7', '2026-10-30'), ...put('BT-8', '35')],
  'BR-CO-04': remove('BT-151'),
  'BR-CO-09': set('BT-31', 'QX123456789'),
  'BR-CO-10': set('BT-106', '250.01'),
  'BR-CO-11': set('BT-107', '10.01'),
  'BR-CO-12': set('BT-108', '20.01'),
  'BR-CO-13': set('BT-109', '260.01'),
  'BR-CO-14': set('TX-tax', '43.41'),
  'BR-CO-15': set('BT-112', '303.41'),
  'BR-CO-16': set('BT-115', '300.01'),
  'BR-CO-17': set('BT-117', '99.00'),
  'BR-CO-18': drop('BG-23', 'BG-23'),
  'BR-CO-19': remove('BT-73', 'BT-74'),
  'BR-CO-20': remove('BT-134', 'BT-135'),
  'BR-CO-21': remove('BT-97', 'BT-98'),
  'BR-CO-22': remove('BT-104', 'BT-105'),
  'BR-CO-23': remove('BT-139', 'BT-140'),
  'BR-CO-24': remove('BT-144', 'BT-145'),
  'BR-CO-26': remove('BT-29', 'BT-30', 'BT-31'),
  'BR-CL-01': set('BT-3', 'ZZ9'),
  'BR-CL-03': scheme('TX-tax', 'ZZ9', 'currencyID'),
  'BR-CL-04': set('BT-5', 'ZZ9'),
  'BR-CL-05': put('BT-6', 'ZZ9'),
  'BR-CL-06': put('BT-8', 'ZZ9'),
  'BR-CL-08': set('BT-21', 'QQQ'),
  'BR-CL-10': scheme('BT-29', 'ZZ9'),
  'BR-CL-11': scheme('BT-30', 'ZZ9'),
  'BR-CL-13': scheme('BT-158', 'ZZ9', 'listID'),
  'BR-CL-14': set('BT-40', 'ZZ'),
  'BR-CL-15': set('BT-159', 'ZZ'),
  'BR-CL-16': set('BT-81', 'ZZ9'),
  'BR-CL-17': set('BT-95', 'X9'),
  'BR-CL-18': set('BT-151', 'X9'),
  'BR-CL-19': set('BT-98', 'ZZ9'),
  'BR-CL-20': set('BT-105', 'ZZ9'),
  'BR-CL-21': scheme('BT-157', 'ZZ9'),
  'BR-CL-22': [{ kind: 'put', term: 'BT-121', value: 'ZZ9', beside: 'BT-118' }],
  'BR-CL-23': set('BT-130', 'ZZ9'),
  'BR-CL-24': scheme('BT-125', 'text/html', 'mimeCode'),
  'BR-CL-25': scheme('BT-34', 'ZZ9'),
  'BR-DEC-01': set('BT-92', '10.001'),
  'BR-DEC-02': set('BT-93', '200.001'),
  'BR-DEC-05': set('BT-99', '20.001'),
  'BR-DEC-06': set('BT-100', '200.001'),
  'BR-DEC-09': set('BT-106', '250.000'),
  'BR-DEC-10': set('BT-107', '10.000'),
  'BR-DEC-11': set('BT-108', '20.000'),
  'BR-DEC-12': set('BT-109', '260.000'),
  'BR-DEC-13': set('TX-tax', '43.401'),
  'BR-DEC-14': set('BT-112', '303.400'),
  'BR-DEC-16': set('BT-113', '3.400'),
  'BR-DEC-17': set('BT-114', '0.000'),
  'BR-DEC-18': set('BT-115', '300.000'),
  'BR-DEC-19': set('BT-116', '210.000'),
  'BR-DEC-20': set('BT-117', '39.900'),
  'BR-DEC-23': set('BT-131', '200.000'),
  'BR-DEC-24': set('BT-136', '10.000'),
  'BR-DEC-25': set('BT-137', '200.000'),
  'BR-DEC-27': set('BT-141', '10.000'),
  'BR-DEC-28': set('BT-142', '200.000'),
};

const dollars = { currencyID: 'USD' };

/** Faults that need different changes in the two families. */
const apart: readonly Case[] = [
  {
    rule: 'BR-CL-07',
    only: 'ubl',
    given: [],
    fault: [{ kind: 'put', term: 'BT-18', value: 'Zähler 7', attributes: { schemeID: 'QQQ' } }],
  },
  {
    rule: 'BR-CL-07',
    only: 'cii',
    given: [],
    fault: [...put('BT-18', 'Zähler 7'), { kind: 'add', group: 'TX-object', values: { 'TX-type': '130', 'TX-scheme': 'QQQ' } }],
  },
  {
    rule: 'BR-CL-26',
    only: 'ubl',
    given: [],
    fault: [{ kind: 'put', term: 'BT-71', in: 'BG-13', value: '1', attributes: { schemeID: 'ZZ9' } }],
  },
  {
    rule: 'BR-CL-26',
    only: 'cii',
    given: [],
    fault: [{ kind: 'put', term: 'BT-71', in: 'BG-13', value: '1', attributes: { schemeID: 'ZZ9' }, element: 'ram:GlobalID' }],
  },
  {
    rule: 'BR-DEC-15',
    only: 'ubl',
    given: [...put('BT-6', 'USD'), { kind: 'add', group: 'TX-total', values: { 'TX-tax': '47.12' }, attributes: dollars }],
    fault: [{ kind: 'set', term: 'TX-tax', value: '47.123', at: 1 }],
  },
  {
    rule: 'BR-DEC-15',
    only: 'cii',
    given: [...put('BT-6', 'USD'), { kind: 'put', term: 'TX-tax', value: '47.12', in: 'BG-22', attributes: dollars }],
    fault: [{ kind: 'set', term: 'TX-tax', value: '47.123', at: 1 }],
  },
];

/** Rules that no machine can violate: they ask whether a text and a code mean the same. */
export const unviolable: ReadonlySet<string> = new Set(['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08']);

/** All cases. */
export const cases: readonly Case[] = [
  ...Object.entries(faults).map(([rule, fault]) => ({ rule, given: [], fault })),
  ...apart,
  ...vatCases,
];
