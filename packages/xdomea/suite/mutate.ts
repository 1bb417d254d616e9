// SPDX-License-Identifier: EUPL-1.2
// Valid messages, each spoilt in one place.
import { type Opened, rootType } from '../src/open.ts';
import type { ElementDef, Table } from '../src/table/table.ts';
import { baseOf } from '../src/check/values.ts';
import { node, type XmlNode } from '../src/xml/node.ts';

/** A spoilt message and the element (from the root, by name) around the spoilt place. */
export interface Mutation {
  readonly kind: string;
  readonly root: XmlNode;
  readonly around: string;
}

interface Place {
  readonly node: XmlNode;
  readonly def: ElementDef;
  readonly path: string;
  readonly parents: readonly XmlNode[];
}

function places(table: Table, element: XmlNode, def: ElementDef, path: string, parents: readonly XmlNode[]): Place[] {
  const type = table.complex.get(def.type);
  const own: Place = { node: element, def, path, parents };
  if (type === undefined || type.open) return [own];
  return [
    own,
    ...element.children.flatMap((child) => {
      const inner = type.elements.get(child.name);
      return inner === undefined ? [] : places(table, child, inner, `${path}/${child.name}`, [...parents, element]);
    }),
  ];
}

function replace(place: Place, by: readonly XmlNode[]): XmlNode {
  let old = place.node;
  let fresh = by;
  for (const parent of [...place.parents].reverse()) {
    const children = parent.children.flatMap((child) => (child === old ? fresh : [child]));
    fresh = [{ ...parent, children }];
    old = parent;
  }
  return fresh[0] ?? place.node;
}

type Spoil = (place: Place, table: Table) => readonly XmlNode[] | undefined;

const typed: ReadonlySet<string> = new Set([
  'xs:date',
  'xs:dateTime',
  'xs:boolean',
  'xs:gYear',
  'xs:integer',
  'xs:unsignedInt',
  'xs:unsignedShort',
  'xs:int',
]);

const spoils: Readonly<Record<string, Spoil>> = {
  'required element removed': ({ def, parents, node: element }, table) => {
    const owner = parents.at(-1);
    const alone = owner?.children.filter((child) => child.name === element.name).length === 1;
    const choice = [...table.complex.values()].some(
      (type) => type.content.kind === 'choice' && type.elements.get(def.name) === def,
    );
    return def.min > 0 && alone && !choice ? [] : undefined;
  },
  'unknown element': ({ node: element }) =>
    element.children.length > 0
      ? [{ ...element, children: [...element.children, node('Unbekannt', element.uri, 'x')] }]
      : undefined,
  'single element doubled': ({ def, node: element }) => (def.max === 1 ? [element, element] : undefined),
  'wrong value': ({ def, node: element }, table) =>
    typed.has(baseOf(table, def.type)) ? [{ ...element, text: 'morgen' }] : undefined,
  'broken identifier': ({ node: element, def }, table) =>
    table.simple.get(def.type)?.pattern !== undefined ? [{ ...element, text: `x${element.text.slice(1)}` }] : undefined,
  'foreign namespace': ({ node: element }) => [{ ...element, uri: 'urn:example:other' }],
  'unknown attribute': ({ node: element }) => [
    { ...element, attributes: [...element.attributes, { name: 'fremd', uri: '', value: '1' }] },
  ],
  'order reversed': ({ node: element, def }, table) => {
    const type = table.complex.get(def.type);
    const names = new Set(element.children.map((child) => child.name));
    return type !== undefined && type.content.kind === 'sequence' && type.content.max === 1 && names.size > 1
      ? [{ ...element, children: [...element.children].reverse() }]
      : undefined;
  },
  'text between elements': ({ node: element }) =>
    element.children.length > 0 ? [{ ...element, mixed: ['Text', ...element.children] }] : undefined,
};

/** Some mutations of a message, always the same ones: each kind at places spread over the message. */
export function mutationsOf(opened: Opened, each: number): Mutation[] {
  const { table, type } = rootType(opened);
  const def: ElementDef = { kind: 'element', name: opened.root.name, qualified: true, type, fixed: undefined, min: 1, max: 1 };
  const all = places(table, opened.root, def, `/${opened.root.name}`, []).filter((place) => place.parents.length > 0);
  const found: Mutation[] = [];
  for (const [kind, spoil] of Object.entries(spoils)) {
    const possible = all.flatMap((place) => {
      const by = spoil(place, table);
      return by === undefined ? [] : [{ place, by }];
    });
    const step = Math.max(1, Math.floor(possible.length / each));
    for (const { place, by } of possible.filter((_place, index) => index % step === 0).slice(0, each)) {
      found.push({ kind, root: replace(place, by), around: place.path.slice(0, place.path.lastIndexOf('/')) });
    }
  }
  return found;
}
