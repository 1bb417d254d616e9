// SPDX-License-Identifier: EUPL-1.2
// Sums and their equations: EN 16931-1, 6.4.2.
import {
  absolute,
  add,
  compare,
  type Decimal,
  equal,
  hundredth,
  multiply,
  one,
  round,
  subtract,
  sum,
  zero,
} from '../../decimal.ts';
import type { Group, Value } from '../../model/invoice.ts';
import { extended } from '../../model/code-list.ts';
import { countries } from '../../data/codes-general.ts';
import { childrenNamed, collapse, type XmlElement } from '../../xml/element.ts';
import {
  amount,
  decimalPlaces,
  type Facts,
  groupsOf,
  has,
  numberIn,
  numberOf,
  once,
  shown,
  textIn,
  firstValue,
  valuesOf,
} from '../facts.ts';
import { type AnyRule, type Detail, rule, type Verdict } from '../rule.ts';
import { type Groups, groupRule, twoDecimals, wholeInvoice } from './shape.ts';

const totals: Groups = (facts) => facts.totals;

function difference(observed: Decimal | undefined, expected: Decimal | undefined): Detail {
  return { observed: shown(observed), expected: shown(expected) };
}

/** A comparison with something missing is never true, as in the bindings. */
function mismatch(observed: Decimal | undefined, expected: Decimal | undefined): Verdict {
  if (observed !== undefined && expected !== undefined && equal(observed, expected)) return false;
  return difference(observed, expected);
}

function sumOf(groups: readonly Group[], term: string): Decimal {
  return sum(groups.map((group) => amount(group, term)).filter((value) => value !== undefined));
}

function sumRule(id: string, { total, part, groups }: { total: string; part: string; groups: Groups }): AnyRule {
  return groupRule(id, [total, part], {
    at: totals,
    fails: (group, facts) => {
      const parts = groups(facts);
      if (!has(group, total)) return parts.length > 0 ? difference(undefined, round(sumOf(parts, part))) : false;
      return mismatch(amount(group, total), round(sumOf(parts, part)));
    },
  });
}

function lineSum(group: Group, facts: Facts): Verdict {
  return mismatch(amount(group, 'BT-106'), round(sumOf(facts.lines, 'BT-131')));
}

function netTotal(group: Group): Verdict {
  const lines = amount(group, 'BT-106');
  const charges = amount(group, 'BT-108');
  const allowances = amount(group, 'BT-107');
  if (lines === undefined) return difference(amount(group, 'BT-109'), undefined);
  const plain = charges === undefined && allowances === undefined;
  const exact = subtract(add(lines, charges ?? zero), allowances ?? zero);
  return mismatch(amount(group, 'BT-109'), plain ? lines : round(exact));
}

function dueAmount(group: Group, facts: Facts): Verdict {
  const gross = amount(group, 'BT-112');
  const paid = amount(group, 'BT-113');
  const rounding = amount(group, 'BT-114');
  const due = amount(group, 'BT-115');
  if (gross === undefined || due === undefined) return difference(due, gross);
  const expected = add(subtract(gross, paid ?? zero), rounding ?? zero);
  if (facts.family === 'cii' || (paid === undefined && rounding === undefined)) return mismatch(due, expected);
  const left = subtract(due, rounding ?? zero);
  const right = subtract(gross, paid ?? zero);
  const agree = equal(rounding === undefined ? left : round(left), paid === undefined ? right : round(right));
  return agree ? false : difference(due, expected);
}

/** The amounts of tax that are given in a currency. */
function taxIn(facts: Facts, currency: string): readonly Value[] {
  const groups = facts.family === 'cii' ? facts.totals : groupsOf(facts.root, 'TX-total');
  return groups.flatMap((group) => valuesOf(group, 'TX-tax')).filter((value) => value.attributes['currencyID'] === currency);
}

function grossTotal(_root: Group, facts: Facts): Verdict {
  const currency = firstValue(facts.root, 'BT-5');
  if (currency === undefined) return false;
  const [first, ...more] = taxIn(facts, currency.raw);
  const [group] = facts.totals;
  const net = amount(group, 'BT-109');
  const gross = amount(group, 'BT-112');
  if (facts.family === 'cii' && net !== undefined && gross !== undefined && equal(net, gross)) return false;
  const tax = numberOf(first);
  if (tax === undefined || more.length > 0 || net === undefined) return difference(gross, undefined);
  return mismatch(gross, round(add(net, tax)));
}

/** In CII the breakdowns belong to the settlement, in UBL each tax total has its own. */
function vatSumWrong(place: Group | Value, facts: Facts): Verdict {
  if ('values' in place) {
    const subtotals = groupsOf(place, 'BG-23');
    return subtotals.length === 0 ? false : mismatch(amount(place, 'TX-tax'), round(sumOf(subtotals, 'BT-117')));
  }
  return mismatch(
    numberOf(place),
    once(facts, 'sum of tax', () => round(sumOf(groupsOf(facts.root, 'BG-23'), 'BT-117'))),
  );
}

const vatSumRule = rule<Group | Value>({
  id: 'BR-CO-14',
  set: 'en16931',
  level: 'error',
  terms: ['BT-110', 'BT-117'],
  at: (facts) =>
    facts.family === 'cii' ? taxIn(facts, firstValue(facts.root, 'BT-5')?.raw ?? '') : groupsOf(facts.root, 'TX-total'),
  fails: vatSumWrong,
});

function taxPlaces(facts: Facts): readonly Value[] {
  const groups = facts.family === 'cii' ? facts.totals : groupsOf(facts.root, 'TX-total');
  return groups.flatMap((group) => valuesOf(group, 'TX-tax'));
}

function accountingTotalMissing(_group: Group, facts: Facts): Verdict {
  const accounting = firstValue(facts.root, 'BT-6');
  if (accounting === undefined) return false;
  if (facts.family === 'cii' && accounting.raw === firstValue(facts.root, 'BT-5')?.raw) return true;
  return taxIn(facts, accounting.raw).length === 0;
}

/** The VAT category and rate of a breakdown, for both syntaxes. */
function rateOf(group: Group, facts: Facts): Decimal | undefined {
  const holders = facts.family === 'cii' ? [group] : groupsOf(group, 'TX-category');
  const [vat] = holders.filter((each) => textIn(each, 'TX-scheme').toUpperCase() === 'VAT');
  return amount(vat, 'BT-119');
}

function taxAmountWrong(group: Group, facts: Facts): Verdict {
  const rate = rateOf(group, facts);
  const tax = amount(group, 'BT-117');
  if (tax === undefined) return difference(undefined, undefined);
  if (rate === undefined || round(rate, 0).units === 0n) return round(tax, 0).units === 0n ? false : difference(tax, zero);
  const base = amount(group, 'BT-116');
  if (base === undefined) return difference(tax, undefined);
  const expected = round(hundredth(multiply(absolute(base), rate)));
  const distance = absolute(subtract(absolute(tax), expected));
  const near = facts.family === 'cii' ? compare(distance, one) <= 0 : compare(distance, one) < 0;
  return near ? false : difference(tax, expected);
}

function taxPointTwice(_root: Group, facts: Facts): boolean {
  return has(facts.root, 'BT-7') && has(facts.root, 'BT-8');
}

function vatMissing(term: string): (group: Group, facts: Facts) => boolean {
  return (group, facts) => {
    const holders = facts.family === 'cii' ? [group] : groupsOf(group, 'TX-category');
    const vat = holders.filter((each) => textIn(each, 'TX-scheme').toUpperCase() === 'VAT');
    if (term === 'BT-119' && vat.some((each) => textIn(each, 'BT-118') === 'O')) return false;
    return !vat.some((each) => has(each, term));
  };
}

const vatCountries = { ubl: extended(countries, 'SS', 'EL'), cii: extended(countries, 'AN', 'EL') };
/** UBL's binding looks for the two letters anywhere in its list, across the blanks; an identifier may also be missing there. */
const runTogether = ` ${[...vatCountries.ubl.codes].sort().join(' ')} `;

function vatIdentifiers(facts: Facts): readonly XmlElement[] {
  if (facts.family === 'cii') {
    return facts
      .named('ram:SpecifiedTaxRegistration')
      .flatMap((each) => childrenNamed(each, 'ram:ID'))
      .filter((id) => id.attributes['schemeID'] === 'VA');
  }
  return facts.named('cac:PartyTaxScheme').filter((each) => childrenNamed(each, 'cac:TaxScheme').some(isVat));
}

function isVat(scheme: XmlElement): boolean {
  return childrenNamed(scheme, 'cbc:ID').some((id) => collapse(id.text).toUpperCase() === 'VAT');
}

function countryPrefixWrong(element: XmlElement, facts: Facts): Verdict {
  const text = facts.family === 'cii' ? element.text : (childrenNamed(element, 'cbc:CompanyID')[0]?.text ?? '');
  const prefix = text.slice(0, 2);
  const known = facts.family === 'cii' ? vatCountries.cii.codes.has(prefix) : runTogether.includes(prefix);
  return known ? false : { observed: text.slice(0, 30), expected: 'ISO 3166-1' };
}

function isCents(value: Value): boolean {
  return equal(round(numberIn(value.raw)), numberIn(value.raw));
}

/** CII's binding asks for one amount of tax that is right, or is of another currency. */
function ciiTaxDecimals(facts: Facts, term: 'BT-110' | 'BT-111'): Value[] {
  const all = taxPlaces(facts);
  const currency = firstValue(facts.root, term === 'BT-110' ? 'BT-5' : 'BT-6')?.raw;
  if (term === 'BT-111' && currency === undefined) return [];
  const own = (value: Value) => value.attributes['currencyID'] === currency;
  const right = all.some((value) => (own(value) ? isCents(value) : term === 'BT-110'));
  return right ? [] : [...(all.find(own) === undefined ? all.slice(0, 1) : all.filter(own).slice(0, 1))];
}

function taxDecimals(id: string, term: 'BT-110' | 'BT-111', currency: 'BT-5' | 'BT-6'): AnyRule {
  return rule<Value>({
    id,
    set: 'en16931',
    level: 'error',
    terms: [term],
    at: (facts) =>
      facts.family === 'cii' ? ciiTaxDecimals(facts, term) : taxIn(facts, firstValue(facts.root, currency)?.raw ?? ''),
    fails: (value, facts) =>
      facts.family === 'cii' || decimalPlaces(value.raw) > 2 ? { observed: value.text, expected: '≤ 2' } : false,
  });
}

const allowances: Groups = (facts) => facts.allowances;
const charges: Groups = (facts) => facts.charges;
const lines: Groups = (facts) => facts.lines;
const lineAllowances: Groups = (facts) => facts.lines.flatMap((line) => groupsOf(line, 'BG-27'));
const lineCharges: Groups = (facts) => facts.lines.flatMap((line) => groupsOf(line, 'BG-28'));
/**
 * CII's binding looks at a breakdown once only: what its rules for the categories O, L and M have taken is not asked the general questions.
 */
const breakdowns: Groups = (facts) =>
  facts.family === 'cii' ? facts.breakdowns.filter((group) => !takenByFamily(group)) : facts.breakdowns;

function takenByFamily(group: Group): boolean {
  return ['O', 'L', 'M'].includes(textIn(group, 'BT-118')) && textIn(group, 'TX-scheme').toUpperCase() === 'VAT';
}

/** Rules about sums. */
export const totalRules: readonly AnyRule[] = [
  groupRule('BR-CO-10', ['BT-106', 'BT-131'], { at: totals, fails: lineSum }),
  sumRule('BR-CO-11', { total: 'BT-107', part: 'BT-92', groups: allowances }),
  sumRule('BR-CO-12', { total: 'BT-108', part: 'BT-99', groups: charges }),
  groupRule('BR-CO-13', ['BT-109', 'BT-106', 'BT-107', 'BT-108'], { at: totals, fails: netTotal }),
  vatSumRule,
  groupRule('BR-CO-15', ['BT-112', 'BT-109', 'BT-110'], { at: wholeInvoice, fails: grossTotal }),
  groupRule('BR-CO-16', ['BT-115', 'BT-112', 'BT-113', 'BT-114'], { at: totals, fails: dueAmount }),
  groupRule('BR-CO-17', ['BT-117', 'BT-116', 'BT-119'], { at: breakdowns, fails: taxAmountWrong }),
  groupRule('BR-CO-18', ['BG-23'], {
    at: (facts) => (facts.family === 'cii' ? facts.lines.slice(0, 1) : [facts.root]),
    fails: (_place, facts) => facts.breakdowns.length === 0,
  }),
  groupRule('BR-CO-03', ['BT-7', 'BT-8'], { at: wholeInvoice, fails: taxPointTwice }),
  rule<XmlElement>({
    id: 'BR-CO-09',
    set: 'en16931',
    level: 'error',
    terms: ['BT-31', 'BT-48', 'BT-63'],
    at: vatIdentifiers,
    fails: countryPrefixWrong,
  }),
  groupRule('BR-53', ['BT-111', 'BT-6'], {
    at: (facts) => (facts.family === 'cii' ? facts.totals : [facts.root]),
    fails: accountingTotalMissing,
  }),
  groupRule('BR-45', ['BT-116'], { at: breakdowns, fails: (group) => !has(group, 'BT-116') }),
  groupRule('BR-46', ['BT-117'], { at: breakdowns, fails: (group) => !has(group, 'BT-117') }),
  groupRule('BR-47', ['BT-118'], { at: breakdowns, fails: vatMissing('BT-118') }),
  groupRule('BR-48', ['BT-119'], { at: breakdowns, fails: vatMissing('BT-119') }),
  twoDecimals('BR-DEC-01', 'BT-92', allowances),
  twoDecimals('BR-DEC-02', 'BT-93', allowances),
  twoDecimals('BR-DEC-05', 'BT-99', charges),
  twoDecimals('BR-DEC-06', 'BT-100', charges),
  twoDecimals('BR-DEC-09', 'BT-106', totals),
  twoDecimals('BR-DEC-10', 'BT-107', totals),
  twoDecimals('BR-DEC-11', 'BT-108', totals),
  twoDecimals('BR-DEC-12', 'BT-109', totals),
  taxDecimals('BR-DEC-13', 'BT-110', 'BT-5'),
  twoDecimals('BR-DEC-14', 'BT-112', totals),
  taxDecimals('BR-DEC-15', 'BT-111', 'BT-6'),
  twoDecimals('BR-DEC-16', 'BT-113', totals),
  twoDecimals('BR-DEC-17', 'BT-114', totals),
  twoDecimals('BR-DEC-18', 'BT-115', totals),
  twoDecimals('BR-DEC-19', 'BT-116', breakdowns),
  twoDecimals('BR-DEC-20', 'BT-117', breakdowns),
  twoDecimals('BR-DEC-23', 'BT-131', lines),
  twoDecimals('BR-DEC-24', 'BT-136', lineAllowances),
  twoDecimals('BR-DEC-25', 'BT-137', lineAllowances),
  twoDecimals('BR-DEC-27', 'BT-141', lineCharges),
  twoDecimals('BR-DEC-28', 'BT-142', lineCharges),
];
