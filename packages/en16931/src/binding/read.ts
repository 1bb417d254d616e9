// SPDX-License-Identifier: EUPL-1.2
import { edition } from '../model/terms.ts';
import { type Group, type Invoice, makeValue, type Syntax, type Unknown, type Value } from '../model/invoice.ts';
import type { XmlElement } from '../xml/element.ts';
import { Unreadable } from '../xml/unreadable.ts';
import { ciiInvoice } from './cii.ts';
import { compile, fulfils, type GroupPlan, type Pick, type Step } from './plan.ts';
import { splitNote } from './note.ts';
import { ublCreditNote, ublInvoice } from './ubl.ts';

const syntaxByRoot: Readonly<Record<string, Syntax>> = {
  'ubl:Invoice': 'ubl-invoice',
  'cn:CreditNote': 'ubl-credit-note',
  'rsm:CrossIndustryInvoice': 'cii',
};
const plans = new Map<Syntax, GroupPlan>();

function planOf(syntax: Syntax): GroupPlan {
  let plan = plans.get(syntax);
  if (plan === undefined) {
    plan = compile({ 'ubl-invoice': ublInvoice, 'ubl-credit-note': ublCreditNote, cii: ciiInvoice }[syntax]);
    plans.set(syntax, plan);
  }
  return plan;
}

interface Reading {
  readonly root: Group;
  readonly unknown: Unknown[];
}

function newGroup(id: string, element: XmlElement, virtual: boolean): Group {
  return { id, element, virtual, values: new Map(), groups: new Map() };
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

/** The group without an element that a row's `into` names, made if need be. */
function destination(reading: Reading, group: Group, into: string, element: XmlElement): Group {
  if (into === '') return group;
  const base = into.startsWith('/') ? reading.root : group;
  const id = into.startsWith('/') ? into.slice(1) : into;
  if (id === '') return base;
  const known = base.groups.get(id)?.[0];
  if (known !== undefined) return known;
  const made = newGroup(id, element, true);
  append(base.groups, id, made);
  return made;
}

function take(reading: Reading, group: Group, pick: Pick, element: XmlElement): void {
  if (pick.attribute !== '' && element.attributes[pick.attribute] === undefined) return;
  const value: Value = makeValue(pick.term, element, pick.attribute === '' ? undefined : pick.attribute);
  append(destination(reading, group, pick.into, element).values, pick.term, value);
}

function readChildren(reading: Reading, group: Group, steps: readonly Step[], element: XmlElement): void {
  for (const child of element.children) {
    const step = steps.find((each) => each.name === child.name && fulfils(child, each.condition));
    if (step === undefined) {
      if (!isConstant(child)) reading.unknown.push({ element: child });
      continue;
    }
    if (step.group !== undefined) {
      readGroup(reading, group, step.group, child);
      continue;
    }
    for (const pick of step.picks) take(reading, group, pick, child);
    if (child.children.length > 0) readChildren(reading, group, step.steps, child);
  }
}

/** Elements that conditions look at: they say which row is meant and carry no term of their own. */
const constants = new Set([
  'cbc:ChargeIndicator',
  'cbc:DocumentTypeCode',
  'cac:TaxScheme',
  'ram:ChargeIndicator',
  'ram:TypeCode',
  'cbc:DocumentType',
]);

function isConstant(element: XmlElement): boolean {
  return constants.has(element.name);
}

function readGroup(reading: Reading, parent: Group, plan: GroupPlan, element: XmlElement): void {
  const group = newGroup(plan.id, element, false);
  append(parent.groups, plan.id, group);
  for (const pick of plan.own) take(reading, group, pick, element);
  readChildren(reading, group, plan.steps, element);
}

/** Sorts the tax totals into BT-110 and BT-111 by their currency. */
function assignTaxTotals(root: Group): void {
  const totals = root.groups.get('BG-22')?.[0];
  const accounting = root.values.get('BT-6')?.[0]?.text;
  const currency = root.values.get('BT-5')?.[0]?.text;
  const found = [
    ...(totals?.values.get('TX-tax') ?? []),
    ...(root.groups.get('TX-total') ?? []).flatMap((total) => total.values.get('TX-tax') ?? []),
  ];
  const target = totals ?? root;
  for (const value of found) {
    const own = value.attributes['currencyID'];
    const second = accounting !== undefined && accounting !== currency && own === accounting;
    append(target.values, second ? 'BT-111' : 'BT-110', { ...value, term: second ? 'BT-111' : 'BT-110' });
  }
}

/** The syntax that a root element announces, or undefined. */
export function syntaxOf(root: XmlElement): Syntax | undefined {
  return syntaxByRoot[root.name];
}

/** Reads an element tree into the semantic model. Throws `Unreadable` if its root is no invoice of EN 16931. */
export function readTree(element: XmlElement): Invoice {
  const syntax = syntaxOf(element);
  if (syntax === undefined) throw new Unreadable('unknown-root', element.name, { line: element.line, column: element.column });
  const root = newGroup('', element, false);
  const reading: Reading = { root, unknown: [] };
  readChildren(reading, root, planOf(syntax).steps, element);
  assignTaxTotals(root);
  if (syntax !== 'cii') for (const note of root.groups.get('BG-1') ?? []) splitNote(note);
  return { edition, syntax, root, unknown: reading.unknown };
}
