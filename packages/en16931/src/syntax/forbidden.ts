// SPDX-License-Identifier: EUPL-1.2
// The restriction rules (UBL-CR, CII-SR, CII-DT, UBL-DT) say `this element is not of the standard`. 1,204 of them are tables,
// compiled into one tree of names, so that a document is walked once however many rules there are.
import { forbiddenInCii1 } from '../data/forbidden-cii-1.ts';
import { forbiddenInCii2 } from '../data/forbidden-cii-2.ts';
import { forbiddenInCii3 } from '../data/forbidden-cii-3.ts';
import { forbiddenInUbl1 } from '../data/forbidden-ubl-1.ts';
import { forbiddenInUbl2 } from '../data/forbidden-ubl-2.ts';
import { forbiddenInUbl3 } from '../data/forbidden-ubl-3.ts';
import type { Level, SyntaxFamily } from '../rules/rule.ts';
import type { XmlElement } from '../xml/element.ts';

/** One row of the tables: no element, or attribute, may stand at this path. */
export interface Restriction {
  readonly id: string;
  readonly level: Level;
  /** Path from the root (`/a/b`), from anywhere (`//a/b`), or from any element with such an ending (`//*Amount`). */
  readonly path: string;
  /** False if the official binding lists the rule behind another that always answers first. */
  readonly effective: boolean;
}

const lineNames: Readonly<Record<string, readonly string[]>> = { '%': ['cac:InvoiceLine', 'cac:CreditNoteLine'] };

function join(context: string, path: string): string {
  if (path.startsWith('//')) return path;
  return context === '/' ? `/${path}` : `${context}/${path}`;
}

function parseTable(table: string): Restriction[] {
  const rows: Restriction[] = [];
  let contexts = ['/'];
  let effective = true;
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('@ ')) {
      effective = !line.startsWith('@ never ');
      contexts = line.replace(/^@ (never )?/, '').split(' | ');
      continue;
    }
    const [id = '', mark = '', path = ''] = line.split(' ');
    for (const context of contexts)
      rows.push({ id, level: mark === 'f' ? 'error' : 'warning', path: join(context, path), effective });
  }
  return rows;
}

/** All rows for one family of syntaxes. */
export const restrictions: Readonly<Record<SyntaxFamily, readonly Restriction[]>> = {
  ubl: [forbiddenInUbl1, forbiddenInUbl2, forbiddenInUbl3].flatMap(parseTable),
  cii: [forbiddenInCii1, forbiddenInCii2, forbiddenInCii3].flatMap(parseTable),
};

interface Node {
  readonly children: Map<string, Node>;
  readonly attributes: Map<string, Restriction[]>;
  readonly here: Restriction[];
}

interface Ending {
  readonly ending: string;
  readonly node: Node;
}

interface Compiled {
  readonly rooted: Node;
  readonly anywhere: Map<string, Node>;
  readonly endings: readonly Ending[];
  readonly anyAttribute: Map<string, Restriction[]>;
  /** For each name, the trees that begin at an element of that name. */
  readonly starts: Map<string, readonly Node[]>;
}

function newNode(): Node {
  return { children: new Map(), attributes: new Map(), here: [] };
}

function childOf(map: Map<string, Node>, name: string): Node {
  let node = map.get(name);
  if (node === undefined) {
    node = newNode();
    map.set(name, node);
  }
  return node;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function insert(start: Node, segments: readonly string[], row: Restriction): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    start.here.push(row);
    return;
  }
  if (segment.startsWith('@')) {
    push(start.attributes, segment.slice(1), row);
    return;
  }
  for (const name of lineNames[segment] ?? [segment]) insert(childOf(start.children, name), rest, row);
}

function compile(rows: readonly Restriction[]): Compiled {
  const compiled: Compiled = { rooted: newNode(), anywhere: new Map(), endings: [], anyAttribute: new Map(), starts: new Map() };
  const endings = new Map<string, Node>();
  for (const row of rows) {
    if (!row.effective) continue;
    if (!row.path.startsWith('//')) {
      insert(compiled.rooted, row.path.slice(1).split('/'), row);
      continue;
    }
    const [first = '', ...rest] = row.path.slice(2).split('/');
    if (first.startsWith('@')) push(compiled.anyAttribute, first.slice(1), row);
    else if (first.startsWith('*')) insert(childOf(endings, first.slice(1)), rest, row);
    else insert(childOf(compiled.anywhere, first), rest, row);
  }
  return { ...compiled, endings: [...endings].map(([ending, node]) => ({ ending, node })) };
}

/** The tax total carries a currency in CII, all other amounts do not. */
const exempt: Readonly<Record<string, string>> = { Amount: 'ram:TaxTotalAmount' };
/** Identifiers that the binding treats under rules of their own (CII-DT-001 to 007). */
const plainIdentifiers = new Set([
  'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
  'rsm:ExchangedDocument/ram:ID',
  'ram:AssociatedDocumentLineDocument/ram:LineID',
  'ram:SpecifiedTradeProduct/ram:SellerAssignedID',
]);

function startsOf(compiled: Compiled, element: XmlElement): readonly Node[] {
  const known = compiled.starts.get(element.name);
  if (known !== undefined) return known;
  const found: Node[] = [];
  const exact = compiled.anywhere.get(element.name);
  if (exact !== undefined) found.push(exact);
  for (const { ending, node } of compiled.endings)
    if (element.local.endsWith(ending) && exempt[ending] !== element.name) found.push(node);
  compiled.starts.set(element.name, found);
  return found;
}

const compiledOf: Partial<Record<SyntaxFamily, Compiled>> = {};

/** What `walk` found: a row, the element, and its attribute if that is meant. */
export type Forbidden = (row: Restriction, element: XmlElement, attribute: string | undefined) => void;

function report(node: Node, element: XmlElement, found: Forbidden): void {
  for (const row of node.here) found(row, element, undefined);
  if (node.attributes.size === 0) return;
  for (const name in element.attributes) for (const row of node.attributes.get(name) ?? []) found(row, element, name);
}

function ownRules(element: XmlElement, start: Node, compiled: Compiled): boolean {
  if (!element.local.endsWith('ID') || !plainIdentifiers.has(`${element.parent?.name}/${element.name}`)) return false;
  return compiled.endings.some(({ ending, node }) => ending === 'ID' && node === start);
}

const nothing: readonly Node[] = [];

function nodesFor(child: XmlElement, active: readonly Node[], compiled: Compiled): readonly Node[] {
  let next: Node[] | undefined;
  for (const node of active) {
    const below = node.children.get(child.name);
    if (below === undefined) continue;
    next ??= [];
    next.push(below);
  }
  const starts = startsOf(compiled, child);
  if (starts.length === 0) return next ?? nothing;
  if (next === undefined && !starts.some((start) => ownRules(child, start, compiled))) return starts;
  return [...(next ?? nothing), ...starts.filter((start) => !ownRules(child, start, compiled))];
}

function visit(element: XmlElement, active: readonly Node[], compiled: Compiled, found: Forbidden): void {
  for (const node of active) report(node, element, found);
  for (const name in element.attributes) for (const row of compiled.anyAttribute.get(name) ?? []) found(row, element, name);
  for (const child of element.children) visit(child, nodesFor(child, active, compiled), compiled, found);
}

/** Reports every element and attribute that a restriction forbids. */
export function findForbidden(family: SyntaxFamily, root: XmlElement, found: Forbidden): void {
  let compiled = compiledOf[family];
  if (compiled === undefined) {
    compiled = compile(restrictions[family]);
    compiledOf[family] = compiled;
  }
  visit(root, [compiled.rooted, ...startsOf(compiled, root)], compiled, found);
}
