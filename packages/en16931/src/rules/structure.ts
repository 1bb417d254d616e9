// SPDX-License-Identifier: EUPL-1.2
// What an XML schema would say: values that are not of their type, terms that may stand once only. Rules of this package, ids FW-*.
import { dateOf, everyGroup, type Group, type Value } from '../model/invoice.ts';
import { parseDecimal } from '../decimal.ts';
import { terms } from '../model/terms.ts';
import type { Facts } from './facts.ts';
import { type AnyRule, rule } from './rule.ts';

const numeric = new Set(['amount', 'price', 'quantity', 'percentage']);

function valuesOfType(facts: Facts, wanted: (type: string) => boolean): Value[] {
  const found: Value[] = [];
  for (const group of everyGroup(facts.root)) {
    for (const [term, values] of group.values) if (wanted(terms.get(term)?.type ?? '')) found.push(...values);
  }
  return found;
}

/** Terms that UBL spreads over several elements, or that a rule of the binding counts already. */
const repeatable = new Set(['BT-20', 'BT-41', 'BT-56', 'BT-84', 'BT-71', 'BT-29', 'BT-46', 'BT-60']);

function twice(facts: Facts): Value[] {
  const found: Value[] = [];
  for (const group of everyGroup(facts.root)) {
    for (const [term, values] of group.values) {
      const most = terms.get(term)?.cardinality;
      if ((most === '1' || most === '0..1') && values.length > 1 && !repeatable.has(term) && inOnePlace(group, values))
        found.push(values[1]!);
    }
  }
  return found;
}

/** A term of the whole invoice may be repeated with each payment or breakdown, as long as it says the same. */
function inOnePlace(group: Group, values: readonly Value[]): boolean {
  const parents = new Set(values.map((value) => value.element.parent));
  return parents.size === 1 || (group.id === '' && new Set(values.map((value) => value.text)).size > 1);
}

/** Rules about the form of values. */
export const structureRules: readonly AnyRule[] = [
  rule<Value>({
    id: 'FW-NUMBER',
    set: 'structure',
    level: 'error',
    terms: [],
    at: (facts) => valuesOfType(facts, (type) => numeric.has(type)),
    fails: (value) =>
      parseDecimal(value.raw) === undefined ? { observed: value.text.slice(0, 40), expected: '1234.56' } : false,
  }),
  rule<Value>({
    id: 'FW-DATE',
    set: 'structure',
    level: 'error',
    terms: [],
    at: (facts) => valuesOfType(facts, (type) => type === 'date'),
    fails: (value, facts) =>
      dateOf(value) === undefined
        ? { observed: value.text.slice(0, 40), expected: facts.family === 'cii' ? 'YYYYMMDD' : 'YYYY-MM-DD' }
        : false,
  }),
  rule<Value>({
    id: 'FW-TWICE',
    set: 'structure',
    level: 'warning',
    terms: [],
    at: twice,
    fails: (value) => ({ observed: value.text.slice(0, 40) }),
  }),
];
