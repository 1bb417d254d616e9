// SPDX-License-Identifier: EUPL-1.2
// Numbers 8, 9 and 10 of each VAT family: the breakdown itself.
import {
  absolute,
  add,
  compare,
  type Decimal,
  equal,
  formatDecimal,
  hundredth,
  multiply,
  one,
  parseDecimal,
  round,
  subtract,
  zero,
} from '../../decimal.ts';
import type { Group, Value } from '../../model/invoice.ts';
import { amount, type Facts, firstValue, groupsOf, has, once, shown, textIn } from '../facts.ts';
import { type AnyRule, type Detail, NotComputable, rule, type Verdict } from '../rule.ts';
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

interface Parts {
  readonly total: Decimal;
  readonly any: boolean;
}

type Side = 'line' | 'charge' | 'allowance';
/** A sum is undefined if one of its amounts is no number: then nothing can be said about it. */
type Sums = Map<string, Decimal | undefined>;

/** Every rate spelled one way: 19, 19.0 and 19.00 are the same. */
function spelled(rate: Decimal | undefined): string {
  return rate === undefined ? '*' : formatDecimal(rate);
}

function texts(taxes: readonly Group[], term: string): string[] {
  return [...new Set(taxes.flatMap((tax) => (has(tax, term) ? [textIn(tax, term)] : [])))];
}

function rates(taxes: readonly Group[], term: string): string[] {
  const found = taxes
    .map((tax) => firstValue(tax, term))
    .flatMap((value) => (value === undefined ? [] : [parseDecimal(value.raw)]));
  return ['*', ...new Set(found.filter((rate) => rate !== undefined).map(spelled))];
}

interface Marked {
  readonly taxes: readonly Group[];
  readonly terms: readonly [string, string];
  readonly value: Value | undefined;
}

function plus(sum: Decimal | undefined, value: Value | undefined): Decimal | undefined {
  const added = value === undefined ? zero : parseDecimal(value.raw);
  return sum === undefined || added === undefined ? undefined : add(sum, added);
}

/** Adds an amount under each of its categories and rates: an owner with two categories counts for both, as in the bindings. */
function collect(sums: Sums, side: Side, { taxes: marks, terms, value }: Marked): void {
  for (const category of texts(marks, terms[0])) {
    for (const rate of rates(marks, terms[1])) {
      const key = `${side} ${category} ${rate}`;
      sums.set(key, plus(sums.has(key) ? sums.get(key) : zero, value));
    }
  }
}

function sumsOf(facts: Facts): Sums {
  const sums: Sums = new Map();
  for (const line of facts.lines)
    collect(sums, 'line', { taxes: groupsOf(line, 'BG-30'), terms: ['BT-151', 'BT-152'], value: firstValue(line, 'BT-131') });
  for (const each of facts.charges)
    collect(sums, 'charge', {
      taxes: groupsOf(each, 'TX-category'),
      terms: ['BT-102', 'BT-103'],
      value: firstValue(each, 'BT-99'),
    });
  for (const each of facts.allowances)
    collect(sums, 'allowance', {
      taxes: groupsOf(each, 'TX-category'),
      terms: ['BT-95', 'BT-96'],
      value: firstValue(each, 'BT-92'),
    });
  return sums;
}

function partsOf(facts: Facts, code: string, rate: Decimal | undefined): Parts {
  const sums = once(facts, 'sums by category and rate', () => sumsOf(facts));
  const key = (name: Side) => `${name} ${code} ${spelled(rate)}`;
  const side = (name: Side) => {
    if (sums.has(key(name)) && sums.get(key(name)) === undefined) throw new NotComputable(key(name));
    return sums.get(key(name));
  };
  const rounded = (value: Decimal | undefined) => (facts.family === 'cii' ? round(value ?? zero) : (value ?? zero));
  const total = subtract(add(rounded(side('line')), rounded(side('charge'))), rounded(side('allowance')));
  return { total, any: (['line', 'charge', 'allowance'] as const).some((name) => side(name) !== undefined) };
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

function taxes(facts: Facts, family: VatFamily): ReadonlyMap<Group, Breakdown> {
  return once(
    facts,
    `breakdowns ${family.letters}`,
    () => new Map(breakdownsOf(facts, family).map((each) => [each.tax, each] as const)),
  );
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
    at: (facts) => [...taxes(facts, family).keys()],
    fails: (tax, facts) => {
      const found = taxes(facts, family).get(tax);
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
