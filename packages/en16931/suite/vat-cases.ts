// SPDX-License-Identifier: EUPL-1.2
// The cases of the nine VAT families: each begins with an invoice that uses the category rightly.
import { type VatFamily, vatFamilies } from '../src/rules/en/vat.ts';
import type { Case } from './cases.ts';
import type { Change } from './change.ts';

const set = (term: string, value: string, at = 0): Change => ({ kind: 'set', term, value, at });
const remove = (term: string, at = 0): Change => ({ kind: 'remove', term, at });
const put = (term: string, value: string, beside: string, at = 0): Change => ({ kind: 'put', term, value, beside, at });

const untaxedTotals: readonly Change[] = [set('TX-tax', '39.90'), set('BT-112', '299.90'), set('BT-115', '296.50')];

/** The second line and its breakdown get the category. */
function secondLine({ code, rate, reason }: VatFamily): Change[] {
  const changes: Change[] = [set('BT-151', code, 1), set('BT-118', code, 1)];
  if (rate === 'zero') changes.push(set('BT-152', '0', 1), set('BT-119', '0', 1), set('BT-117', '0.00', 1), ...untaxedTotals);
  if (reason === 'needed') changes.push(put('BT-120', 'Befreiung nach dem Gesetz', 'BT-118', 1));
  return changes;
}

/** Outside the scope of VAT the whole invoice has the category, no rates, and no VAT identifiers. */
const outOfScope: readonly Change[] = [
  ...[set('BT-151', 'O', 0), set('BT-151', 'O', 1), set('BT-95', 'O'), set('BT-102', 'O'), set('BT-118', 'O', 0)],
  ...[remove('BT-152'), remove('BT-152'), remove('BT-96'), remove('BT-103'), remove('BT-119', 0)],
  ...[set('BT-116', '260.00', 0), set('BT-117', '0.00', 0), put('BT-120', 'Nicht steuerbar', 'BT-118', 0)],
  { kind: 'drop', group: 'BG-23', at: 1 },
  { kind: 'drop', group: 'BG-11' },
  ...[remove('BT-31'), remove('BT-48'), set('TX-tax', '0.00'), set('BT-112', '260.00'), set('BT-115', '256.60')],
];

function given(family: VatFamily): readonly Change[] {
  if (family.letters === 'S') return [];
  return family.letters === 'O' ? outOfScope : secondLine(family);
}

/** Where the family's line, rate and breakdown stand in the given invoice. */
function position(family: VatFamily): number {
  return family.letters === 'S' || family.letters === 'O' ? 0 : 1;
}

const noSellerIds: readonly Change[] = [remove('BT-31'), { kind: 'drop', group: 'BG-11' }];

function partiesFault(family: VatFamily): readonly Change[] {
  return family.parties === 'none' ? [{ kind: 'put', term: 'BT-31', value: 'DE123456789', in: 'BG-4' }] : noSellerIds;
}

function onAllowance(family: VatFamily, [category, rate]: readonly [string, string]): Change[] {
  if (family.letters === 'S' || family.letters === 'O') return [];
  return family.rate === 'zero' ? [set(category, family.code), set(rate, '0')] : [set(category, family.code)];
}

const wrongRate: Readonly<Record<VatFamily['rate'], string>> = { positive: '0', 'not-negative': '-1', zero: '9', absent: '0' };

function rateFault(family: VatFamily, [category, rate]: readonly [string, string], at: number): Change {
  return family.rate === 'absent' ? put(rate, wrongRate.absent, category, at) : set(rate, wrongRate[family.rate], at);
}

function onceCases(family: VatFamily): Case[] {
  const rule = `BR-${family.letters}-01`;
  if (family.letters === 'S')
    return [{ rule, given: [], fault: [{ kind: 'drop', group: 'BG-25', at: 1 }, set('BT-118', 'Z', 0), set('BT-118', 'Z', 1)] }];
  if (family.letters === 'O') {
    return [
      { rule, only: 'ubl', given: outOfScope, fault: [set('BT-118', 'Z', 0)] },
      {
        rule,
        only: 'cii',
        given: outOfScope,
        fault: [set('BT-151', 'Z', 0), set('BT-151', 'Z', 1), set('BT-95', 'Z'), set('BT-102', 'Z')],
      },
    ];
  }
  return [{ rule, given: given(family), fault: [set('BT-118', 'S', 1)] }];
}

const allowance = ['BT-95', 'BT-96'] as const;
const charge = ['BT-102', 'BT-103'] as const;

function familyCases(family: VatFamily): Case[] {
  const { letters } = family;
  const at = position(family);
  const start = given(family);
  const reason: Change = family.reason === 'needed' ? remove('BT-120') : put('BT-120', 'Ein Grund', 'BT-118', at);
  const one = (number: string, fault: readonly Change[], more: readonly Change[] = []): Case => ({
    rule: `BR-${letters}-${number}`,
    given: [...start, ...more],
    fault,
  });
  return [
    ...onceCases(family),
    one('02', partiesFault(family)),
    one('03', partiesFault(family), onAllowance(family, allowance)),
    one('04', partiesFault(family), onAllowance(family, charge)),
    one('05', [rateFault(family, ['BT-151', 'BT-152'], at)]),
    one('06', [rateFault(family, allowance, 0)], onAllowance(family, allowance)),
    one('07', [rateFault(family, charge, 0)], onAllowance(family, charge)),
    one('08', [set('BT-116', '999.00', at)]),
    one('09', [set('BT-117', '99.00', at)]),
    one('10', [reason]),
  ];
}

const community = vatFamilies.filter((family) => family.letters === 'IC').flatMap(secondLine);
const mixed: readonly Change[] = [set('BT-118', 'O', 1)];

/** The cases of all families. */
export const vatCases: readonly Case[] = [
  ...vatFamilies.flatMap(familyCases),
  { rule: 'BR-IC-11', given: community, fault: [remove('BT-72'), { kind: 'drop', group: 'BG-14' }] },
  { rule: 'BR-IC-12', given: community, fault: [remove('BT-80')] },
  ...['11', '12', '13', '14'].map((number) => ({ rule: `BR-O-${number}`, given: [], fault: mixed })),
  { rule: 'BR-B-01', given: [], fault: [set('BT-151', 'B')] },
  { rule: 'BR-B-02', given: [], fault: [set('BT-151', 'B')] },
];
