// SPDX-License-Identifier: EUPL-1.2
import { findForbidden } from '../syntax/forbidden.ts';
import type { XmlElement } from '../xml/element.ts';
import { bindingRules, businessRules } from './catalogue.ts';
import type { Facts } from './facts.ts';
import type { AnyRule, Detail, Level, Place, SetName } from './rule.ts';

/** One violation at one place. */
export interface Violation {
  readonly rule: string;
  readonly set: SetName;
  readonly level: Level;
  readonly terms: readonly string[];
  readonly element: XmlElement;
  readonly attribute?: string;
  readonly observed?: string;
  readonly expected?: string;
}

function elementOf(place: Place): { element: XmlElement; attribute?: string } {
  if (!('element' in place)) return { element: place };
  return 'attribute' in place && place.attribute !== undefined
    ? { element: place.element, attribute: place.attribute }
    : { element: place.element };
}

function toViolation(rule: AnyRule, place: Place, detail: Detail): Violation {
  const { place: precise, ...shown } = detail;
  return { rule: rule.id, set: rule.set, level: rule.level, terms: rule.terms, ...elementOf(precise ?? place), ...shown };
}

/** Asks rules about an invoice. */
export function ask(rules: readonly AnyRule[], facts: Facts): Violation[] {
  const violations: Violation[] = [];
  for (const rule of rules) {
    if (rule.only !== undefined && rule.only !== facts.family) continue;
    rule.check(facts, (place, detail) => violations.push(toViolation(rule, place, detail)));
  }
  return violations;
}

/** What the business rules of EN 16931 say. */
export function askBusinessRules(facts: Facts): Violation[] {
  return ask(businessRules, facts);
}

/** What the rules of the binding say about the syntax. */
export function askSyntax(facts: Facts): Violation[] {
  const violations = ask(bindingRules, facts);
  const set: SetName = facts.family === 'ubl' ? 'ubl-syntax' : 'cii-syntax';
  findForbidden(facts.family, facts.element, ({ id, level }, element, attribute) => {
    const base = { rule: id, set, level, terms: [], element };
    violations.push(attribute === undefined ? base : { ...base, attribute });
  });
  return violations;
}
