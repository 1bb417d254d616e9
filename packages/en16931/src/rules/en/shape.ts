// SPDX-License-Identifier: EUPL-1.2
// Builders for the rules that only differ in the term they speak of.
import type { Group } from '../../model/invoice.ts';
import { decimalPlaces, type Facts, has, says, valuesOf } from '../facts.ts';
import { type AnyRule, rule, type Verdict } from '../rule.ts';

/** Finds the groups that a rule speaks of. */
export type Groups = (facts: Facts) => readonly Group[];

/** The invoice itself as the only place. */
export const wholeInvoice: Groups = (facts) => [facts.root];

/** All groups of an id directly in the groups that another finder gives. */
export function inside(outer: Groups, id: string): Groups {
  return (facts) => outer(facts).flatMap((group) => group.groups.get(id) ?? []);
}

/** All groups of an id directly in the invoice. */
export function top(id: string): Groups {
  return inside(wholeInvoice, id);
}

/** A rule of EN 16931 about groups. */
export function groupRule(
  id: string,
  terms: readonly string[],
  parts: { at: Groups; fails: (group: Group, facts: Facts) => Verdict },
): AnyRule {
  return rule<Group>({ id, set: 'en16931', level: 'error', terms, ...parts });
}

/** A term must be there, were it empty. */
export function present(id: string, term: string, at: Groups): AnyRule {
  return groupRule(id, [term], { at, fails: (group) => !has(group, term) });
}

/** A term must be there and say something. */
export function filled(id: string, term: string, at: Groups): AnyRule {
  return groupRule(id, [term], { at, fails: (group) => !says(group, term) });
}

/** One of two terms must be there. */
export function either(id: string, [first, second]: readonly [string, string], at: Groups): AnyRule {
  return groupRule(id, [first, second], { at, fails: (group) => !has(group, first) && !has(group, second) });
}

/** A rule that no machine can check: two terms have to mean the same. It is listed and never violated. */
export function unchecked(id: string, terms: readonly string[]): AnyRule {
  return groupRule(id, terms, { at: () => [], fails: () => false });
}

/** An amount may have two decimals at most; counted in the text, as the bindings do. */
export function twoDecimals(id: string, term: string, at: Groups): AnyRule {
  return groupRule(id, [term], {
    at,
    fails: (group) => {
      const value = valuesOf(group, term)[0];
      return value !== undefined && decimalPlaces(value.raw) > 2
        ? { observed: value.text, expected: '≤ 2', place: value }
        : false;
    },
  });
}
