// SPDX-License-Identifier: EUPL-1.2
import { Findings } from '../check/finding.ts';
import { checkElement } from '../check/structure.ts';
import { baseOf } from '../check/values.ts';
import type { Code, Nachricht, Rest } from '../model/model.ts';
import type { ElementDef, Table } from '../table/table.ts';
import { tableOf, type Version } from '../table/versions.ts';
import { node, type XmlAttribute, type XmlNode } from '../xml/node.ts';
import { serialize } from '../xml/serialize.ts';
import { listOf } from './codes.ts';
import { type FieldPlan, planOf, wrapped } from './plan.ts';

/** Something that the version written has no place for. */
export interface Loss {
  readonly path: string;
  readonly value: string;
}

/** What goes along while a message is written. */
interface Writing {
  readonly table: Table;
  readonly version: Version;
  readonly from: Version;
  readonly losses: Loss[];
}

/** An element that is being put together; its children are put in order at the end. */
interface Building {
  readonly def: ElementDef;
  readonly attributes: XmlAttribute[];
  readonly children: XmlNode[];
  readonly inside: Map<string, Building>;
}

type Values = Readonly<Record<string, unknown>>;

const building = (def: ElementDef): Building => ({ def, attributes: [], children: [], inside: new Map() });
const uriOf = (writing: Writing, def: ElementDef): string => (def.qualified ? writing.table.namespace : '');

function finish(writing: Writing, made: Building): XmlNode {
  const children = [...made.children, ...[...made.inside.values()].map((each) => finish(writing, each))];
  if (children.length < 2) return node(made.def.name, uriOf(writing, made.def), children, made.attributes);
  const order = writing.table.complex.get(made.def.type)?.order;
  const rank = (child: XmlNode): number => order?.get(child.name) ?? Number.MAX_SAFE_INTEGER;
  return node(
    made.def.name,
    uriOf(writing, made.def),
    children.sort((a, b) => rank(a) - rank(b)),
    made.attributes,
  );
}

function lose(writing: Writing, path: string, value: unknown): void {
  const nothing = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  if (!nothing) writing.losses.push({ path, value: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200) });
}

/** A year for a day and a day for a year, where versions differ. */
function textFor(writing: Writing, def: ElementDef, value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value);
  const base = baseOf(writing.table, def.type);
  if (base === 'xs:gYear' && /^\d{4}-/.test(text)) return text.slice(0, 4);
  return base === 'xs:date' && /^\d{4}$/.test(text) ? `${text}-12-31` : text;
}

function codeNode(writing: Writing, def: ElementDef, value: Code): XmlNode {
  const type = writing.table.complex.get(def.type);
  const attributes: XmlAttribute[] = [];
  const fixed = (name: string) => type?.attributes.find((each) => each.name === name);
  const list = listOf(writing.version, fixed('listURI')?.fixed, def.name);
  for (const [name, usual] of [
    ['listURI', list.uri],
    ['listVersionID', list.edition],
  ] as const) {
    const own = fixed(name);
    const wanted = own?.fixed ?? value[name] ?? usual;
    const given = value[name] !== undefined || value.ohneListe !== true;
    const partly = value[name] === undefined && (value.listURI ?? value.listVersionID) !== undefined;
    if (own !== undefined && (own.required || (given && !partly))) attributes.push({ name, uri: '', value: wanted });
  }
  const children = [node('code', '', value.code)];
  if (value.name !== undefined && type?.elements.has('name') === true) children.push(node('name', '', value.name));
  return node(def.name, uriOf(writing, def), children, attributes);
}

function childNode(writing: Writing, field: FieldPlan, def: ElementDef, value: unknown, path: string): XmlNode {
  if (field.kind === 'code') return codeNode(writing, def, value as Code);
  if (field.kind === 'record') return recordNode(writing, field.record, value as Values, def, path);
  return node(def.name, uriOf(writing, def), textFor(writing, def, value));
}

function containerFor(made: Building, containers: readonly ElementDef[]): Building {
  let found = made;
  for (const def of containers) {
    const next = found.inside.get(def.name) ?? building(def);
    found.inside.set(def.name, next);
    found = next;
  }
  return found;
}

/** Whether the version demands the field, or the element around it, and nothing that was kept stands there. */
function demanded(field: FieldPlan, values: Values): boolean {
  if (field.attribute !== undefined) return field.attributeRequired;
  const around = field.containers?.at(-1);
  const kept = (values['rest'] as readonly Rest[] | undefined) ?? [];
  if (
    kept.some((each) => each.knoten !== undefined && (each.knoten.name === field.leaf?.name || each.knoten.name === around?.name))
  )
    return false;
  return (field.leaf?.min ?? 0) > 0
    ? true
    : field.kind === 'text' && field.leaf !== undefined && (around?.min ?? 0) > 0 && around?.name !== 'Kopf';
}

function writeField(writing: Writing, made: Building, field: FieldPlan, values: Values, path: string): void {
  const { containers, leaf, attribute, key } = field;
  const value = values[key] ?? (field.fallback !== undefined && demanded(field, values) ? field.fallback : undefined);
  if (value === undefined) return;
  if (attribute !== undefined) made.attributes.push({ name: attribute, uri: '', value: String(value) });
  else if (leaf === undefined || containers === undefined) {
    if (!(field.kind === 'number' && String(value) === field.fallback)) lose(writing, `${path}/${key}`, value);
  } else {
    const all = Array.isArray(value) ? value : [value];
    const target = containerFor(made, containers);
    for (const each of all.slice(0, leaf.max)) target.children.push(childNode(writing, field, leaf, each, `${path}/${key}`));
    lose(writing, `${path}/${key}`, all.slice(leaf.max));
  }
}

function moved(element: XmlNode, from: string, to: string): XmlNode {
  const change = (each: XmlNode): XmlNode => ({
    ...each,
    uri: each.uri === from ? to : each.uri,
    children: each.children.map(change),
    ...(each.mixed === undefined
      ? {}
      : { mixed: each.mixed.map((piece) => (typeof piece === 'string' ? piece : change(piece))) }),
  });
  return change(element);
}

/** The element that a path leads to inside the one being written; undefined if this version has none. */
function placeOf(writing: Writing, made: Building, pfad: string): Building | undefined {
  let target = made;
  for (const name of pfad === '' ? [] : pfad.split('/')) {
    const def = writing.table.complex.get(target.def.type)?.elements.get(name);
    if (def === undefined) return undefined;
    target = containerFor(target, [def]);
  }
  return target;
}

/** An element of another version goes only where it is valid as it is. */
function carryOver(writing: Writing, target: Building, kept: XmlNode): boolean {
  const def = writing.table.complex.get(target.def.type)?.elements.get(kept.name);
  if (def === undefined) return false;
  const element = moved(kept, tableOf(writing.from).namespace, writing.table.namespace);
  const findings = new Findings();
  checkElement(writing.table, def, { node: element, parent: undefined }, findings);
  const room = target.children.filter((child) => child.name === def.name).length < def.max;
  if (!room || findings.list.length > 0) return false;
  target.children.push(element);
  return true;
}

/** What the model does not name goes back to its place. */
function writeRest(writing: Writing, made: Building, rest: Rest, path: string): void {
  const { pfad, knoten, attribut } = rest;
  const target = placeOf(writing, made, pfad);
  const same = writing.from === writing.version;
  if (target === undefined) lose(writing, `${path}/${pfad}`, knoten?.name ?? attribut?.value);
  else if (attribut !== undefined) {
    // A hint to the schema of another version would be wrong.
    if (same) target.attributes.push(attribut);
  } else if (knoten !== undefined && same) target.children.push(knoten);
  else if (knoten !== undefined && !carryOver(writing, target, knoten)) {
    const way = pfad === '' ? knoten.name : `${pfad}/${knoten.name}`;
    lose(writing, `${path}/${way}`, knoten.text === '' ? knoten.name : knoten.text);
  }
}

function wrapperNode(writing: Writing, values: Values, def: ElementDef, path: string): XmlNode | undefined {
  const names = wrapped(writing.table, def.type);
  if (names === undefined) return undefined;
  const inner = values['Schriftstueck'] === undefined ? names.plain : names.pieces;
  const { Nummer, ...without } = values;
  const all = (values['rest'] as readonly Rest[] | undefined) ?? [];
  const own = { ...without, rest: all.filter((each) => each.pfad !== '..') };
  const made = building(def);
  made.children.push(recordNode(writing, 'Dokument', own, inner, path));
  const number = writing.table.complex.get(def.type)?.elements.get('Nummer');
  if (number !== undefined && Nummer !== undefined) made.children.push(node('Nummer', uriOf(writing, number), String(Nummer)));
  for (const each of all) if (each.pfad === '..') writeRest(writing, made, { ...each, pfad: '' }, path);
  return finish(writing, made);
}

function recordNode(writing: Writing, record: string, values: Values, def: ElementDef, path: string): XmlNode {
  const wrapper = record === 'Dokument' ? wrapperNode(writing, values, def, path) : undefined;
  if (wrapper !== undefined) return wrapper;
  const made = building(def);
  for (const field of planOf(writing.table, record, def.type).fields) writeField(writing, made, field, values, path);
  for (const each of (values['rest'] as readonly Rest[] | undefined) ?? []) writeRest(writing, made, each, path);
  return finish(writing, made);
}

/** Before 4.0 the list of message types has no 0203: the changed route carries the type of the circulation that it changes. */
function typeCode(table: Table, typ: string): string {
  return table.simple.get('NachrichtentypCodeType.code')?.values?.has(typ) === false ? '0201' : typ;
}

/** The tree of a message in a version, and what that version has no place for. Throws `RangeError` if the version has no such message. */
export function treeOf(message: Nachricht, version: Version = message.version): { root: XmlNode; losses: readonly Loss[] } {
  const table = tableOf(version);
  const name = table.messages.get(message.typ);
  if (name === undefined) throw new RangeError(`xdomea ${version} has no message ${message.typ}`);
  const writing: Writing = { table, version, from: message.version, losses: [] };
  const def: ElementDef = {
    kind: 'element',
    name,
    qualified: true,
    type: table.roots.get(name) ?? '',
    fixed: undefined,
    min: 1,
    max: 1,
  };
  const Nachrichtentyp: Code = { ...message.Nachrichtentyp, code: message.Nachrichtentyp?.code ?? typeCode(table, message.typ) };
  const root = recordNode(writing, 'Nachricht', { ...message, Nachrichtentyp }, def, '');
  const own = (table.complex.get(def.type)?.attributes ?? []).filter((each) => each.fixed !== undefined);
  const attributes = [...own.map((each) => ({ name: each.name, uri: '', value: each.fixed ?? '' })), ...root.attributes];
  return { root: { ...root, attributes }, losses: writing.losses };
}

/** The XML text of a message. `losses` names what the version has no place for; empty means that nothing is lost. */
export function writeMessage(message: Nachricht, version: Version = message.version): { xml: string; losses: readonly Loss[] } {
  const { root, losses } = treeOf(message, version);
  return { xml: serialize(root), losses };
}
