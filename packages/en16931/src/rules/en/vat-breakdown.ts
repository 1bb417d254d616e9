// SPDX-License-Identifier: EUPL-1.2
// Numbers 8, 9 and 10 of each VAT family: the breakdown itself.
import {
  absolute,
  add,
  compare,
  type Decimal,
  equal,
  hundredth,
  multiply,
  one,
  parseDecimal,
  round,
  subtract,
  sum,
} from '../../decimal.ts';
import type { Group } from '../../model/invoice.ts';
import { amount, type Facts, groupsOf, has, shown, textIn, firstValue } from '../facts.ts';
import { type AnyRule, type Detail, rule, type Verdict } from '../rule.ts';
import type { VatFamily } from './vat.ts';

/** A breakdown together with the group that carries its category: in CII both are the same. */
interface Breakdown {
  readonly group: Group;
  readonly tax: Group;
}

function breakdownsOf(facts: Facts, family: VatFamily): Breakdown[] {
  const pairs = facts.breakdowns.flatMap((group) =>
    facts.family === 'cii' ? [{ group, tax: group }] : groupsOf(group, 'TX-category').map((tax) => ({ group, tax })),
  );
  return pairs.filter(
    ({ tax }) =>
      textIn(tax, 'BT-118') === family.code && (vatIsAssumed(facts, family) || textIn(tax, 'TX-scheme').toUpperCase() === 'VAT'),
  );
}

/** CII's binding does not ask for the tax type in these two families. */
function vatIsAssumed(facts: Facts, family: VatFamily): boolean {
  return facts.family === 'cii' && (family.letters === 'S' || family.letters === 'Z');
}

function sameRate(group: Group, term: string, rate: Decimal | undefined): boolean {
  if (rate === undefined) return true;
  const own = firstValue(group, term);
  const parsed = own === undefined ? undefined : parseDecimal(own.raw);
  return parsed !== undefined && equal(parsed, rate);
}

function matches(
  taxes: readonly Group[],
  [category, rateTerm]: readonly [string, string],
  { code, rate }: { code: string; rate: Decimal | undefined },
): boolean {
  return taxes.some((tax) => textIn(tax, category) === code) && taxes.some((tax) => sameRate(tax, rateTerm, rate));
}

interface Parts {
  readonly total: Decimal;
  readonly any: boolean;
}

function partsOf(facts: Facts, code: string, rate: Decimal | undefined): Parts {
  const wanted = { code, rate };
  const lines = facts.lines.filter((line) => matches(groupsOf(line, 'BG-30'), ['BT-151', 'BT-152'], wanted));
  const allowances = facts.allowances.filter((each) => matches(groupsOf(each, 'TX-category'), ['BT-95', 'BT-96'], wanted));
  const charges = facts.charges.filter((each) => matches(groupsOf(each, 'TX-category'), ['BT-102', 'BT-103'], wanted));
  const totalOf = (groups: readonly Group[], term: string) =>
    sum(groups.map((group) => amount(group, term)).filter((value) => value !== undefined));
  const rounded = facts.family === 'cii' ? (value: Decimal) => round(value) : (value: Decimal) => value;
  const net = add(rounded(totalOf(lines, 'BT-131')), rounded(totalOf(charges, 'BT-99')));
  return {
    total: subtract(net, rounded(totalOf(allowances, 'BT-92'))),
    any: lines.length + allowances.length + charges.length > 0,
  };
}

function detail(observed: Decimal | undefined, expected: Decimal): Detail {
  return { observed: shown(observed), expected: shown(expected) };
}

function ratedBaseWrong({ group, tax }: Breakdown, facts: Facts, family: VatFamily): Verdict {
  const rate = amount(tax, 'BT-119');
  if (rate === undefined) return false;
  const { total, any } = partsOf(facts, family.code, rate);
  const base = amount(group, 'BT-116');
  if (base === undefined) return detail(base, total);
  if (facts.family === 'cii') return equal(base, total) ? false : detail(base, total);
  const asked = family.letters === 'S' ? any : facts.lines.length > 0;
  return asked && compare(absolute(subtract(base, total)), one) < 0 ? false : detail(base, total);
}

function plainBaseWrong({ group }: Breakdown, facts: Facts, family: VatFamily): Verdict {
  const { total } = partsOf(facts, family.code, undefined);
  const base = amount(group, 'BT-116');
  if (base === undefined || (facts.family === 'ubl' && facts.lines.length === 0)) return detail(base, total);
  const tolerant = facts.family === 'cii' && family.letters !== 'O';
  const right = tolerant ? compare(absolute(subtract(base, total)), one) < 0 : equal(base, total);
  return right ? false : detail(base, total);
}

function baseWrong(breakdown: Breakdown, facts: Facts, family: VatFamily): Verdict {
  return family.severalRates ? ratedBaseWrong(breakdown, facts, family) : plainBaseWrong(breakdown, facts, family);
}

function taxWrong({ group, tax }: Breakdown, family: VatFamily): Verdict {
  const found = amount(group, 'BT-117');
  if (!family.severalRates) return found?.units === 0n ? false : { observed: shown(found), expected: '0' };
  const base = amount(group, 'BT-116');
  const rate = amount(tax, 'BT-119');
  if (found === undefined || base === undefined || rate === undefined) return { observed: shown(found), expected: '–' };
  const expected = round(hundredth(multiply(absolute(base), rate)));
  return compare(absolute(subtract(absolute(found), expected)), one) < 0 ? false : detail(found, expected);
}

function reasonWrong({ tax }: Breakdown, family: VatFamily): Verdict {
  const given = has(tax, 'BT-120') || has(tax, 'BT-121');
  return family.reason === 'needed' ? !given : given;
}

function breakdownRule(
  family: VatFamily,
  number: string,
  parts: { terms: readonly string[]; wrong: (breakdown: Breakdown, facts: Facts) => Verdict },
): AnyRule {
  return rule<Group>({
    id: `BR-${family.letters}-${number}`,
    set: 'en16931',
    level: 'error',
    terms: parts.terms,
    at: (facts) => breakdownsOf(facts, family).map(({ tax }) => tax),
    fails: (tax, facts) => {
      const found = breakdownsOf(facts, family).find((each) => each.tax === tax);
      return found === undefined ? false : parts.wrong(found, facts);
    },
  });
}

/** Numbers 8 to 10 of a family. */
export function breakdownRules(family: VatFamily): AnyRule[] {
  const others = family.severalRates ? ['BT-119'] : [];
  return [
    breakdownRule(family, '08', {
      terms: ['BT-116', 'BT-131', 'BT-92', 'BT-99', ...others],
      wrong: (each, facts) => baseWrong(each, facts, family),
    }),
    breakdownRule(family, '09', { terms: ['BT-117', ...others], wrong: (each) => taxWrong(each, family) }),
    breakdownRule(family, '10', { terms: ['BT-120', 'BT-121'], wrong: (each) => reasonWrong(each, family) }),
  ];
}
