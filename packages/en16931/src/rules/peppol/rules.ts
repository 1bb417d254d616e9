// SPDX-License-Identifier: EUPL-1.2
// The 21 rules of Peppol BIS Billing that XRechnung made its own.
import { compare, parseDecimal, zero } from '../../decimal.ts';
import type { Group, Value } from '../../model/invoice.ts';
import { collapse, textOf, type XmlElement } from '../../xml/element.ts';
import { top, wholeInvoice } from '../en/shape.ts';
import { type Facts, firstValue, groupOf, groupsOf, has, textIn, valuesOf } from '../facts.ts';
import type { AnyRule, Verdict } from '../rule.ts';
import { rulesOf } from '../xrechnung/shape.ts';
import { allowanceRules } from './allowances.ts';
import { peppolLineRules } from './lines.ts';

const { about, elements } = rulesOf('peppol');

function emptyElements(facts: Facts): XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [facts.element];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    stack.push(...element.children);
    const allowed = element.name === 'ram:ApplicableHeaderTradeDelivery';
    if (element.children.length === 0 && !allowed && collapse(textOf(element)) === '') found.push(element);
  }
  return found;
}

function taxTotals(facts: Facts): readonly Value[] {
  const groups = facts.family === 'cii' ? facts.totals : groupsOf(facts.root, 'TX-total');
  return groups.flatMap((group) => valuesOf(group, 'TX-tax'));
}

function currency(facts: Facts, term: 'BT-5' | 'BT-6'): string {
  return firstValue(facts.root, term)?.raw ?? '';
}

function ofCurrency(facts: Facts, term: 'BT-5' | 'BT-6'): readonly Value[] {
  return taxTotals(facts).filter((value) => value.attributes['currencyID'] === currency(facts, term));
}

/** CII may leave out the total of tax; UBL needs exactly one with its breakdown. */
function totalsWithBreakdown(_root: Group, facts: Facts): Verdict {
  if (facts.family === 'cii') return ofCurrency(facts, 'BT-5').length > 1;
  const count = groupsOf(facts.root, 'TX-total').filter((total) => groupsOf(total, 'BG-23').length > 0).length;
  return count === 1 ? false : { observed: String(count), expected: '1' };
}

function totalsInOtherCurrency(_root: Group, facts: Facts): Verdict {
  const wanted = has(facts.root, 'BT-6') ? 1 : 0;
  const other = (value: Value) =>
    value.attributes['currencyID'] !== undefined && value.attributes['currencyID'] !== currency(facts, 'BT-5');
  const plain =
    facts.family === 'cii'
      ? taxTotals(facts).filter(other)
      : groupsOf(facts.root, 'TX-total').filter((total) => groupsOf(total, 'BG-23').length === 0);
  return plain.length === wanted ? false : { observed: String(plain.length), expected: String(wanted) };
}

function signsDiffer(_root: Group, facts: Facts): boolean {
  if (!has(facts.root, 'BT-6')) return false;
  const own = ofCurrency(facts, 'BT-5').map(signOf);
  const accounting = ofCurrency(facts, 'BT-6').map(signOf);
  if (facts.family === 'cii' && own.length === 0) return false;
  const notPositive = (signs: readonly number[]) => signs.some((sign) => (facts.family === 'cii' ? sign < 0 : sign <= 0));
  const notNegative = (signs: readonly number[]) => signs.some((sign) => sign >= 0);
  return !(notPositive(own) && notPositive(accounting)) && !(notNegative(own) && notNegative(accounting));
}

function signOf(value: Value): number {
  const parsed = parseDecimal(value.raw);
  return parsed === undefined ? Number.NaN : compare(parsed, zero);
}

function accountingCurrencySame(root: Group): boolean {
  return has(root, 'BT-6') && textIn(root, 'BT-6') === textIn(root, 'BT-5');
}

function mandateMissing(group: Group, facts: Facts): boolean {
  return facts.family === 'ubl' ? !has(groupOf(group, 'BG-19'), 'BT-89') : !has(groupOf(facts.root, 'BG-19'), 'BT-89');
}

/** All of them. */
export const peppolRules: readonly AnyRule[] = [
  about('PEPPOL-EN16931-R001', ['BT-23'], { at: wholeInvoice, fails: (root) => !has(groupOf(root, 'BG-2'), 'BT-23') }),
  about('PEPPOL-EN16931-R005', ['BT-6', 'BT-5'], { at: wholeInvoice, fails: accountingCurrencySame }),
  elements('PEPPOL-EN16931-R008', [], { at: emptyElements, fails: () => true }),
  about('PEPPOL-EN16931-R010', ['BT-49'], { at: top('BG-7'), fails: (buyer) => !has(buyer, 'BT-49') }),
  about('PEPPOL-EN16931-R020', ['BT-34'], { at: top('BG-4'), fails: (seller) => !has(seller, 'BT-34') }),
  ...allowanceRules,
  about('PEPPOL-EN16931-R053', ['BT-110'], { at: wholeInvoice, fails: totalsWithBreakdown }),
  about('PEPPOL-EN16931-R054', ['BT-111', 'BT-6'], { at: wholeInvoice, fails: totalsInOtherCurrency }),
  about('PEPPOL-EN16931-R055', ['BT-110', 'BT-111'], { at: wholeInvoice, fails: signsDiffer }),
  about('PEPPOL-EN16931-R061', ['BT-89'], {
    at: (facts) => groupsOf(facts.root, 'BG-16').filter((group) => ['49', '59'].includes(textIn(group, 'BT-81'))),
    fails: mandateMissing,
  }),
  ...peppolLineRules,
];
