// SPDX-License-Identifier: EUPL-1.2
import { type Decimal, formatDecimal, parseDecimal } from '../decimal.ts';
import { type Group, groupOf, groupsOf, type Invoice, textIn, type Value, firstValue, valuesOf } from '../model/invoice.ts';
import type { XmlElement } from '../xml/element.ts';
import { familyOf, NotComputable, type SyntaxFamily } from './rule.ts';
import { type VatUse, vatUses } from './vat-uses.ts';

/** What the rules ask of an invoice, gathered once. */
export interface Facts {
  readonly invoice: Invoice;
  readonly family: SyntaxFamily;
  readonly root: Group;
  readonly element: XmlElement;
  readonly totals: readonly Group[];
  readonly lines: readonly Group[];
  /** BG-25 and all sub invoice lines below them. */
  readonly everyLine: readonly Group[];
  readonly allowances: readonly Group[];
  readonly charges: readonly Group[];
  readonly breakdowns: readonly Group[];
  /** Every use of a VAT category in the document. */
  readonly vat: readonly VatUse[];
  /** All elements of a name, in document order. */
  readonly named: (name: string) => readonly XmlElement[];
  /** All elements whose name ends so; asked by many rules, gathered once. */
  readonly ending: (ending: string) => readonly XmlElement[];
}

const none: readonly XmlElement[] = [];

function indexByName(root: XmlElement): Map<string, XmlElement[]> {
  const index = new Map<string, XmlElement[]>();
  const stack = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const list = index.get(element.name);
    if (list === undefined) index.set(element.name, [element]);
    else list.push(element);
    for (let position = element.children.length - 1; position >= 0; position--) stack.push(element.children[position]!);
  }
  return index;
}

function endingsOf(index: ReadonlyMap<string, readonly XmlElement[]>): (ending: string) => readonly XmlElement[] {
  const known = new Map<string, readonly XmlElement[]>();
  return (ending) => {
    let found = known.get(ending);
    if (found === undefined) {
      found = [...index].filter(([name]) => name.endsWith(ending)).flatMap(([, elements]) => elements);
      known.set(ending, found);
    }
    return found;
  };
}

function withSubLines(lines: readonly Group[]): Group[] {
  return lines.flatMap((line) => [line, ...withSubLines(groupsOf(line, 'BG-DEX-01'))]);
}

/** Gathers the facts of an invoice. */
export function gatherFacts(invoice: Invoice): Facts {
  const { root } = invoice;
  const family = familyOf(invoice.syntax);
  const index = indexByName(root.element);
  const named = (name: string) => index.get(name) ?? none;
  const lines = groupsOf(root, 'BG-25');
  const breakdowns =
    family === 'cii' ? groupsOf(root, 'BG-23') : groupsOf(root, 'TX-total').flatMap((total) => groupsOf(total, 'BG-23'));
  return {
    invoice,
    family,
    root,
    element: root.element,
    totals: groupsOf(root, 'BG-22'),
    lines,
    everyLine: withSubLines(lines),
    allowances: groupsOf(root, 'BG-20'),
    charges: groupsOf(root, 'BG-21'),
    breakdowns,
    vat: vatUses(family, named),
    named,
    ending: endingsOf(index),
  };
}

const remembered = new WeakMap<Facts, Map<string, unknown>>();

/** Calculates something once for an invoice: what each of many places asks would otherwise take quadratic time. */
export function once<T>(facts: Facts, key: string, calculate: () => T): T {
  let own = remembered.get(facts);
  if (own === undefined) {
    own = new Map();
    remembered.set(facts, own);
  }
  if (!own.has(key)) own.set(key, calculate());
  return own.get(key) as T;
}

/** The decimal of a term: undefined if the term is missing. Throws `NotComputable` if it is no number, or if UBL has it twice. */
export function amount(group: Group | undefined, term: string): Decimal | undefined {
  const values = valuesOf(group, term);
  return numberOf(values[0]);
}

/** The decimal of a value: undefined without a value. Throws `NotComputable` if it is no number. */
export function numberOf(value: Value | undefined): Decimal | undefined {
  return value === undefined ? undefined : numberIn(value.raw);
}

/** The decimal that a text spells. Throws `NotComputable`. */
export function numberIn(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new NotComputable(text);
  return parsed;
}

/** Whether a term is there at all, were it empty. */
export function has(group: Group | undefined, term: string): boolean {
  return group?.values.has(term) === true;
}

/** Whether a term is there and says something. */
export function says(group: Group | undefined, term: string): boolean {
  return textIn(group, term) !== '';
}

/** A number for the reader of a report. */
export function shown(value: Decimal | undefined): string {
  return value === undefined ? '–' : formatDecimal(value, 2);
}

/** How many digits follow the point, counted as the rules do: in the text, trailing zeros included. */
export function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

export { groupOf, groupsOf, textIn, firstValue, valuesOf };
