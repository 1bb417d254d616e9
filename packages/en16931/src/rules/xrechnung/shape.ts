// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '../../model/invoice.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Facts } from '../facts.ts';
import { type AnyRule, type Level, rule, type SetName, type SyntaxFamily, type Verdict } from '../rule.ts';

interface Parts<P> {
  readonly at: (facts: Facts) => Iterable<P>;
  readonly fails: (place: P, facts: Facts) => Verdict;
  readonly level?: Level;
  readonly only?: SyntaxFamily;
}

/** Makes rules of one set. */
export function rulesOf(set: SetName): {
  readonly about: (id: string, terms: readonly string[], parts: Parts<Group>) => AnyRule;
  readonly elements: (id: string, terms: readonly string[], parts: Parts<XmlElement>) => AnyRule;
} {
  return {
    about: (id, terms, parts) => rule<Group>({ id, set, level: 'error', terms, ...parts }),
    elements: (id, terms, parts) => rule<XmlElement>({ id, set, level: 'error', terms, ...parts }),
  };
}
