// SPDX-License-Identifier: EUPL-1.2
// Writing follows the same tables as reading, row by row: their order is the order that the syntax demands.
import { type FieldRow, type GroupRow, isGroupRow, type Row } from '../binding/binding.ts';
import { ciiInvoice } from '../binding/cii.ts';
import { parseSegment, segmentsOf } from '../binding/plan.ts';
import { ublCreditNote, ublInvoice } from '../binding/ubl.ts';
import type { Group, Invoice, Value } from '../model/invoice.ts';
import { newNode, type OutNode, renderDocument } from './node.ts';

interface Writing {
  readonly root: Group;
  /** Values of the whole invoice that the syntax puts into groups: each group takes one. */
  readonly waiting: Map<string, Value[]>;
}

const conditionForm = /\[([^@!=\]]*)(?:@([^!=\]]+))?(!?=)([^|\]]+)/;

function lastName(path: string): string {
  return parseSegment(segmentsOf(path).at(-1) ?? '').name;
}

/** The element for one segment of a path: an open one if it may be shared, else a new one. */
function step(parent: OutNode, segment: string, alone: boolean): OutNode {
  const { name } = parseSegment(segment);
  const condition = /\[[^\]]*\]/.exec(segment)?.[0] ?? '';
  const repeats = alone || segment.replace(/@.*$/, '').endsWith('*');
  const known = repeats ? undefined : parent.children.find((child) => child.name === name && child.condition === condition);
  if (known !== undefined) return known;
  const node = newNode(name, condition);
  parent.children.push(node);
  if (condition.includes('ChargeIndicator')) addConstant(node);
  return node;
}

function childNamed(parent: OutNode, name: string): OutNode {
  const known = parent.children.find((child) => child.name === name);
  if (known !== undefined) return known;
  const made = newNode(name);
  parent.children.push(made);
  return made;
}

/** Writes what the condition of an element demands, unless it is there. */
function addConstant(node: OutNode): void {
  const found = conditionForm.exec(node.condition);
  if (found === null) return;
  const [, path = '', attribute, sign, value = ''] = found;
  if (attribute !== undefined && sign === '!=') return;
  const target = path.split('/').reduce(childNamed, node);
  if (attribute !== undefined) target.attributes[attribute] ??= value;
  else if (target.text === '') target.text = sign === '!=' ? 'FC' : value;
}

function close(node: OutNode): void {
  for (const child of node.children) close(child);
  if (node.condition !== '') addConstant(node);
}

function rowsOfTerm(rows: readonly Row[], term: string): FieldRow[] {
  return rows.filter((row): row is FieldRow => !isGroupRow(row) && row[0] === term);
}

/** Whether a value goes to this row: several rows may carry the same term in different elements. */
function belongs(value: Value, row: FieldRow, rows: readonly Row[]): boolean {
  const twins = rowsOfTerm(rows, row[0]);
  const own = twins.find((each) => lastName(each[1]) === value.element.name);
  return (own ?? twins[0]) === row;
}

function valuesFor(writing: Writing, group: Group, [term, , into = '']: FieldRow): readonly Value[] {
  if (into === '') return group.values.get(term) ?? [];
  if (!into.startsWith('/')) return group.groups.get(into)?.[0]?.values.get(term) ?? [];
  const source = into === '/' ? writing.root : writing.root.groups.get(into.slice(1))?.[0];
  if (group === writing.root) return source?.values.get(term) ?? [];
  const queue = writing.waiting.get(term) ?? [...(source?.values.get(term) ?? [])];
  writing.waiting.set(term, queue);
  return queue.splice(0, 1);
}

function writeValue(parent: OutNode, row: FieldRow, value: Value): void {
  const segments = segmentsOf(row[1]);
  let node = parent;
  for (const [position, segment] of segments.entries()) {
    const last = position === segments.length - 1;
    node = step(node, segment, last && value.attribute === undefined);
  }
  if (value.attribute !== undefined) node.attributes[value.attribute] = value.raw;
  else {
    node.text = value.raw;
    Object.assign(node.attributes, value.attributes);
  }
}

/** UBL writes a note and its subject as one text: `#AAI#text`. */
function writeNote(node: OutNode, group: Group): void {
  const subject = group.values.get('BT-21')?.[0];
  const note = group.values.get('BT-22')?.[0];
  node.text = `${subject === undefined ? '' : `#${subject.text}#`}${note?.raw ?? ''}`;
  Object.assign(node.attributes, note?.attributes ?? {});
}

function writeGroup(writing: Writing, parent: OutNode, row: GroupRow, group: Group): void {
  const segments = segmentsOf(row.path);
  let node = parent;
  for (const [position, segment] of segments.entries()) node = step(node, segment, position === segments.length - 1);
  if (row.rows.some((each) => !isGroupRow(each) && each[1] === '.')) writeNote(node, group);
  else writeRows(writing, node, row.rows, group);
}

function writeField(
  writing: Writing,
  node: OutNode,
  { row, rows, group }: { row: FieldRow; rows: readonly Row[]; group: Group },
): void {
  for (const value of valuesFor(writing, group, row)) if (belongs(value, row, rows)) writeValue(node, row, value);
}

function writeRows(writing: Writing, node: OutNode, rows: readonly Row[], group: Group): void {
  for (const row of rows) {
    if (!isGroupRow(row)) {
      writeField(writing, node, { row, rows, group });
      continue;
    }
    const own = (group.groups.get(row.group) ?? []).filter((inner) => !inner.virtual);
    for (const inner of own) writeGroup(writing, node, row, inner);
  }
}

/** Writes an invoice in its syntax. Every business term is kept; elements that the standard does not know are not. */
export function writeInvoice(invoice: Invoice): string {
  const binding = { 'ubl-invoice': ublInvoice, 'ubl-credit-note': ublCreditNote, cii: ciiInvoice }[invoice.syntax];
  const node = newNode(binding.root);
  writeRows({ root: invoice.root, waiting: new Map() }, node, binding.rows, invoice.root);
  close(node);
  return renderDocument(node);
}
