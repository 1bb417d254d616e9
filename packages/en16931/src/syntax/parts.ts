// SPDX-License-Identifier: EUPL-1.2
// Rules of the bindings that are neither a list of forbidden elements nor a count.
import type { Facts } from '../rules/facts.ts';
import { type AnyRule, type Level, rule, type SyntaxFamily, type Verdict } from '../rules/rule.ts';
import { select, type XmlElement } from '../xml/element.ts';

/** What a rule of a binding consists of. */
export interface Parts {
  readonly at: (facts: Facts) => Iterable<XmlElement>;
  readonly fails: (element: XmlElement, facts: Facts) => Verdict;
}

/** Makes a rule of a binding; its family is in its id. */
export function syntaxRule(id: string, level: Level, parts: Parts): AnyRule {
  const family: SyntaxFamily = id.startsWith('UBL') ? 'ubl' : 'cii';
  return rule<XmlElement>({ id, set: family === 'ubl' ? 'ubl-syntax' : 'cii-syntax', level, terms: [], only: family, ...parts });
}

/** The root element. */
export const wholeDocument = (facts: Facts) => [facts.element];
/** All elements of these names. */
export const named =
  (...names: string[]) =>
  (facts: Facts) =>
    names.flatMap((name) => facts.named(name));

/** The text of the first element at a path. */
export function first(element: XmlElement, path: string): string | undefined {
  return select(element, path)[0]?.text;
}

/** Whether an element stands somewhere below another. */
export function inside(element: XmlElement, name: string): boolean {
  for (let outer = element.parent; outer !== undefined; outer = outer.parent) if (outer.name === name) return true;
  return false;
}

/** Every element of a document. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  const stack = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (const child of element.children) stack.push(child);
  }
}

/** All elements whose name ends so. */
export function ending(end: string): (facts: Facts) => readonly XmlElement[] {
  return (facts) => facts.ending(end);
}

/** How many different texts elements have. */
export function distinct(elements: readonly XmlElement[]): number {
  return new Set(elements.map((element) => element.text)).size;
}
