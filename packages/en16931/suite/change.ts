// SPDX-License-Identifier: EUPL-1.2
// Changes to the semantic model. One description of a fault gives the faulty document in both syntaxes.
import { type Group, type Invoice, everyGroup, type Value } from '../src/model/invoice.ts';
import { terms } from '../src/model/terms.ts';
import type { XmlElement } from '../src/xml/element.ts';

/** One change; `at` counts occurrences in document order from nought. */
export type Change =
  | { readonly kind: 'remove'; readonly term: string; readonly at?: number }
  | { readonly kind: 'set'; readonly term: string; readonly value: string; readonly at?: number }
  | { readonly kind: 'attribute'; readonly term: string; readonly name: string; readonly value?: string }
  | { readonly kind: 'drop'; readonly group: string; readonly at?: number }
  | {
      readonly kind: 'put';
      readonly term: string;
      readonly value: string;
      readonly beside?: string;
      readonly in?: string;
      readonly at?: number;
      readonly attributes?: Readonly<Record<string, string>>;
      readonly element?: string;
    }
  | {
      readonly kind: 'add';
      readonly group: string;
      readonly in?: string;
      readonly values: Readonly<Record<string, string>>;
      readonly attributes?: Readonly<Record<string, string>>;
    };

function blank(name: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return {
    name,
    local: name.slice(name.indexOf(':') + 1),
    attributes,
    children: [],
    parent: undefined,
    text: '',
    line: 0,
    column: 0,
  };
}

function spelled(
  { syntax }: Invoice,
  term: string,
  value: string,
): { raw: string; attributes: Readonly<Record<string, string>> } {
  if (terms.get(term)?.type !== 'date' || syntax !== 'cii') return { raw: value, attributes: {} };
  return { raw: value.replaceAll('-', ''), attributes: { format: '102' } };
}

function holders(invoice: Invoice, term: string): Group[] {
  return [...everyGroup(invoice.root)].filter((group) => group.values.has(term));
}

interface Place {
  readonly group: Group;
  readonly list: Value[];
  readonly index: number;
}

function places(invoice: Invoice, term: string): Place[] {
  return holders(invoice, term).flatMap((group) => {
    const list = group.values.get(term) ?? [];
    return list.map((_value, index) => ({ group, list, index }));
  });
}

function placeOf(invoice: Invoice, term: string, at = 0): Place {
  const place = places(invoice, term)[at];
  if (place === undefined) throw new RangeError(`${invoice.syntax} has no ${term} number ${at}`);
  return place;
}

function remove(invoice: Invoice, term: string, at: number | undefined): void {
  const { group, list, index } = placeOf(invoice, term, at);
  list.splice(index, 1);
  if (list.length === 0) group.values.delete(term);
}

function drop(invoice: Invoice, id: string, at = 0): void {
  const owners = [...everyGroup(invoice.root)].flatMap((group) =>
    (group.groups.get(id) ?? []).map((inner) => ({ group, inner })),
  );
  const found = owners[at];
  if (found === undefined) throw new RangeError(`${invoice.syntax} has no ${id} number ${at}`);
  found.group.groups.set(
    id,
    (found.group.groups.get(id) ?? []).filter((inner) => inner !== found.inner),
  );
}

function groupNamed(invoice: Invoice, id: string | undefined): Group {
  if (id === undefined || id === '') return invoice.root;
  const found = [...everyGroup(invoice.root)].find((group) => group.id === id);
  if (found === undefined) throw new RangeError(`${invoice.syntax} has no group ${id}`);
  return found;
}

function append(group: Group, value: Value): void {
  group.values.set(value.term, [...(group.values.get(value.term) ?? []), value]);
}

function put(invoice: Invoice, change: Extract<Change, { kind: 'put' }>): void {
  const group = change.beside === undefined ? groupNamed(invoice, change.in) : placeOf(invoice, change.beside, change.at).group;
  const { raw, attributes } = spelled(invoice, change.term, change.value);
  const all = { ...attributes, ...change.attributes };
  append(group, { term: change.term, raw, text: raw, attributes: all, element: blank(change.element ?? '', all) });
}

function add(invoice: Invoice, change: Extract<Change, { kind: 'add' }>): void {
  const made: Group = { id: change.group, element: blank(''), virtual: false, values: new Map(), groups: new Map() };
  for (const [term, raw] of Object.entries(change.values)) {
    append(made, { term, raw, text: raw, attributes: change.attributes ?? {}, element: blank('', change.attributes) });
  }
  const owner = groupNamed(invoice, change.in);
  owner.groups.set(change.group, [...(owner.groups.get(change.group) ?? []), made]);
}

function withAttribute(value: Value, name: string, text: string | undefined): Value {
  const attributes = { ...value.attributes };
  if (text === undefined) delete attributes[name];
  else attributes[name] = text;
  return { ...value, attributes };
}

function set(invoice: Invoice, term: string, { value, at }: { value: string; at: number | undefined }): void {
  const { list, index } = placeOf(invoice, term, at);
  const { raw } = spelled(invoice, term, value);
  list[index] = { ...list[index]!, raw, text: raw };
}

function setAttribute(invoice: Invoice, term: string, { name, value }: { name: string; value: string | undefined }): void {
  const { list, index } = placeOf(invoice, term);
  list[index] = withAttribute(list[index]!, name, value);
}

/** Carries out one change. Throws `RangeError` if the invoice has nothing to change there. */
export function apply(invoice: Invoice, change: Change): void {
  switch (change.kind) {
    case 'remove':
      remove(invoice, change.term, change.at);
      break;
    case 'drop':
      drop(invoice, change.group, change.at);
      break;
    case 'put':
      put(invoice, change);
      break;
    case 'add':
      add(invoice, change);
      break;
    case 'set':
      set(invoice, change.term, { value: change.value, at: change.at });
      break;
    case 'attribute':
      setAttribute(invoice, change.term, { name: change.name, value: change.value });
      break;
  }
}
