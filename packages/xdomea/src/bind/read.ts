// SPDX-License-Identifier: EUPL-1.2
import type { Code, Nachricht, Rest } from '../model/model.ts';
import { type Opened, openMessage, rootType } from '../open.ts';
import type { Table } from '../table/table.ts';
import type { XmlNode } from '../xml/node.ts';
import type { Limits } from '../xml/parse.ts';
import { type Branch, type FieldPlan, planOf, wrapped } from './plan.ts';

/** A record while it is read. */
interface Filling {
  readonly table: Table;
  readonly values: Record<string, unknown>;
  readonly rest: Rest[];
  readonly seen: Set<Branch>;
}

const flags: Readonly<Record<string, boolean>> = { '0': false, '1': true, false: false, true: true };

function leafValue(field: FieldPlan, node: XmlNode): string | boolean | number | undefined {
  if (node.children.length > 0 || node.attributes.length > 0) return undefined;
  if (field.kind === 'flag') return Object.hasOwn(flags, node.text) ? flags[node.text] : undefined;
  if (field.kind === 'number') return /^(?:0|[1-9]\d{0,8})$/.test(node.text) ? Number(node.text) : undefined;
  return node.text;
}

function codeValue(node: XmlNode): Code | undefined {
  const found: Code = { code: '' };
  const names = new Set<string>();
  for (const child of node.children) {
    if (child.uri !== '' || child.children.length + child.attributes.length > 0 || names.has(child.name)) return undefined;
    names.add(child.name);
    if (child.name === 'code' || child.name === 'name') found[child.name] = child.text;
    else return undefined;
  }
  for (const { name, uri, value } of node.attributes) {
    if (uri !== '' || (name !== 'listURI' && name !== 'listVersionID')) return undefined;
    found[name] = value;
  }
  if (node.attributes.length === 0) found.ohneListe = true;
  return names.has('code') ? found : undefined;
}

function fieldValue(table: Table, field: FieldPlan, node: XmlNode): unknown {
  if (node.mixed !== undefined) return undefined;
  if (field.kind === 'code') return codeValue(node);
  return field.kind === 'record' ? readRecord(table, field.record, node, field.leaf?.type ?? '') : leafValue(field, node);
}

function put(filling: Filling, field: FieldPlan, node: XmlNode, pfad: string): void {
  const { values, rest, table } = filling;
  const value = !field.list && values[field.key] !== undefined ? undefined : fieldValue(table, field, node);
  if (value === undefined) rest.push({ pfad, knoten: node });
  else if (field.list) {
    const list = values[field.key] as unknown[] | undefined;
    if (list === undefined) values[field.key] = [value];
    else list.push(value);
  } else values[field.key] = value;
}

/** Whether an element is nothing but the way to the fields below it. */
function passable(element: XmlNode): boolean {
  return element.children.length > 0 && element.mixed === undefined && element.attributes.length === 0;
}

function branchFor(filling: Filling, branches: ReadonlyMap<string, Branch>, child: XmlNode): Branch | undefined {
  const found = branches.get(child.name);
  return child.uri === (found?.def.qualified === true ? filling.table.namespace : '') ? found : undefined;
}

function walk(filling: Filling, node: XmlNode, branches: ReadonlyMap<string, Branch>, pfad: string): void {
  for (const child of node.children) {
    const branch = branchFor(filling, branches, child);
    if (branch?.field !== undefined) put(filling, branch.field, child, pfad);
    else if (branch !== undefined && passable(child) && !filling.seen.has(branch)) {
      filling.seen.add(branch);
      walk(filling, child, branch.deeper, pfad === '' ? child.name : `${pfad}/${child.name}`);
    } else filling.rest.push({ pfad, knoten: child });
  }
}

/** The document inside its wrapper of 4.0; `Schriftstueck` is there, if only empty, where the message says that there are pieces. */
function unwrap(table: Table, record: string, node: XmlNode, typeName: string): Record<string, unknown> | undefined {
  const names = record === 'Dokument' ? wrapped(table, typeName) : undefined;
  if (names === undefined) return undefined;
  const inner = node.children.find((child) => child.name === names.plain.name || child.name === names.pieces.name);
  if (inner === undefined) return undefined;
  const def = inner.name === names.plain.name ? names.plain : names.pieces;
  const values = readRecord(table, record, inner, def.type);
  if (def === names.pieces) values['Schriftstueck'] ??= [];
  for (const child of node.children) {
    if (child === inner) continue;
    if (child.name === 'Nummer' && child.attributes.length === 0) values['Nummer'] = child.text;
    else values['rest'] = [...((values['rest'] as Rest[] | undefined) ?? []), { pfad: '..', knoten: child }];
  }
  return values;
}

function readRecord(table: Table, record: string, node: XmlNode, typeName: string): Record<string, unknown> {
  const inner = unwrap(table, record, node, typeName);
  if (inner !== undefined) return inner;
  const plan = planOf(table, record, typeName);
  const filling: Filling = { table, values: {}, rest: [], seen: new Set() };
  for (const attribute of node.attributes) {
    const field = attribute.uri === '' ? plan.attributes.get(attribute.name) : undefined;
    if (field !== undefined) filling.values[field.key] = attribute.value;
    else if (attribute.uri !== '' || (attribute.name !== 'standard' && attribute.name !== 'version')) {
      filling.rest.push({ pfad: '', attribut: attribute });
    }
  }
  walk(filling, node, plan.branches, '');
  if (filling.rest.length > 0) filling.values['rest'] = filling.rest;
  return filling.values;
}

/** The neutral model of an opened message. */
export function messageOf(opened: Opened): Nachricht {
  const { table, type } = rootType(opened);
  const values = readRecord(table, 'Nachricht', opened.root, type);
  // The fields come from the table in model/fields.ts, of which the types in model/model.ts are the image.
  return { version: opened.version, typ: opened.typ, ...values } as unknown as Nachricht;
}

/** Reads a message into the neutral model. Throws `Unreadable`; what is not valid is kept as far as it can be. */
export function readMessage(input: Uint8Array | string, limits?: Limits): Nachricht {
  return messageOf(openMessage(input, limits));
}
