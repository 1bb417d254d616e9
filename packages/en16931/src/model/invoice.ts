// SPDX-License-Identifier: EUPL-1.2
import { type Decimal, parseDecimal } from '../decimal.ts';
import { collapse, pathOf, type XmlElement } from '../xml/element.ts';

/** Which of the two syntaxes, and which document of UBL. */
export type Syntax = 'ubl-invoice' | 'ubl-credit-note' | 'cii';

/** Where in the document something stands; line and column counted from one. */
export interface Source {
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/** One value of a business term. */
export interface Value {
  readonly term: string;
  /** Exactly as the document has it. */
  readonly raw: string;
  /** White space collapsed. */
  readonly text: string;
  /** The element's attributes: `schemeID`, `currencyID`, `unitCode`, `listID`, `mimeCode`, `filename`, `format`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly element: XmlElement;
  /** Set if the value is an attribute of the element. */
  readonly attribute?: string;
}

/** A business group with its values and groups, in document order. Ids that begin with `TX-` are parts of the syntax, not of the standard. */
export interface Group {
  readonly id: string;
  readonly element: XmlElement;
  /** True if no element of its own stands for the group in this syntax. */
  readonly virtual: boolean;
  readonly values: Map<string, Value[]>;
  readonly groups: Map<string, Group[]>;
}

/** Something in the document for which the standard has no term. */
export interface Unknown {
  readonly element: XmlElement;
  readonly attribute?: string;
}

/** The invoice as the semantic model sees it. */
export interface Invoice {
  readonly edition: string;
  readonly syntax: Syntax;
  readonly root: Group;
  readonly unknown: readonly Unknown[];
}

const noValues: readonly Value[] = [];
const noGroups: readonly Group[] = [];

/** All values of a term directly in a group. */
export function valuesOf(group: Group | undefined, term: string): readonly Value[] {
  return group?.values.get(term) ?? noValues;
}

/** The first value of a term directly in a group. */
export function firstValue(group: Group | undefined, term: string): Value | undefined {
  return group?.values.get(term)?.[0];
}

/** The groups of that id directly in a group. */
export function groupsOf(group: Group | undefined, id: string): readonly Group[] {
  return group?.groups.get(id) ?? noGroups;
}

/** The first group of that id directly in a group. */
export function groupOf(group: Group | undefined, id: string): Group | undefined {
  return group?.groups.get(id)?.[0];
}

/** The text of the first value, empty if there is none. */
export function textIn(group: Group | undefined, term: string): string {
  return firstValue(group, term)?.text ?? '';
}

/** The exact decimal of a value, or undefined if it is missing or no decimal. */
export function decimalOf(value: Value | undefined): Decimal | undefined {
  return value === undefined ? undefined : parseDecimal(value.raw);
}

/** The date of a value as `YYYY-MM-DD`, or undefined. CII writes `YYYYMMDD`, UBL the ISO form, perhaps with a time zone. */
export function dateOf(value: Value | undefined): string | undefined {
  const found = value === undefined ? null : /^(\d{4})-?(\d{2})-?(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(value.text);
  if (found === null) return undefined;
  const iso = `${found[1]}-${found[2]}-${found[3]}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** Where a value, a group or an unknown element stands. */
export function sourceOf(place: { readonly element: XmlElement; readonly attribute?: string }): Source {
  const suffix = place.attribute === undefined ? '' : `/@${place.attribute}`;
  return { line: place.element.line, column: place.element.column, path: pathOf(place.element) + suffix };
}

/** Makes the value that an element, or one of its attributes, carries. */
export function makeValue(term: string, element: XmlElement, attribute?: string): Value {
  const raw = attribute === undefined ? element.text : (element.attributes[attribute] ?? '');
  const base = { term, raw, text: collapse(raw), attributes: element.attributes, element };
  return attribute === undefined ? base : { ...base, attribute };
}

/** Visits a group and every group below it, outermost first. */
export function* everyGroup(group: Group): Generator<Group> {
  yield group;
  for (const list of group.groups.values()) for (const inner of list) yield* everyGroup(inner);
}
