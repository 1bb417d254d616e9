// SPDX-License-Identifier: EUPL-1.2
// A developer's tool: reads the public schemas of one version and writes our compact table of element names, order, cardinalities and types
// (`node suite/derive.ts SCHEMA-FOLDER VERSION`). Texts of the standard are not taken over.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../src/xml/decode.ts';
import { attributeOf, type XmlNode } from '../src/xml/node.ts';
import { parseXml, usualLimits } from '../src/xml/parse.ts';

const wanted = /\.(0[1-5]\d\d)$/;
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/XMLSchema$/, 'xs:'],
  [/basisnachricht/, 'bn:'],
  [/schemata\/code/, 'code:'],
  [/91379/, 'din:'],
  [/latinchars/, 'latin:'],
  [/xdomea/, ''],
];

/** A schema file with what its names mean. */
interface Schema {
  readonly root: XmlNode;
  readonly prefix: string;
  readonly bindings: ReadonlyMap<string, string>;
  readonly qualified: boolean;
}

interface Definition {
  readonly element: XmlNode;
  readonly schema: Schema;
}

const shortOf = (uri: string): string => prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? `{${uri}}`;

function load(file: string): Schema {
  const text = decode(readFileSync(file));
  const root = parseXml(text, { ...usualLimits, depth: 64 });
  const bindings = new Map<string, string>();
  for (const part of text.slice(0, 5000).split('xmlns').slice(1)) {
    const [name = '', uri = ''] = part.split('"');
    bindings.set(name.replace(':', '').replace('=', '').trim(), shortOf(uri));
  }
  return {
    root,
    prefix: shortOf(attributeOf(root, 'targetNamespace') ?? ''),
    bindings,
    qualified: attributeOf(root, 'elementFormDefault') === 'qualified',
  };
}

const kids = (element: XmlNode, ...names: string[]): XmlNode[] => element.children.filter((child) => names.includes(child.name));

function resolve(schema: Schema, name: string): string {
  const [prefix, local] = name.includes(':') ? (name.split(':') as [string, string]) : ['', name];
  return `${schema.bindings.get(prefix) ?? ''}${local}`;
}

function occurs(element: XmlNode): string {
  const min = attributeOf(element, 'minOccurs') ?? '1';
  const max = attributeOf(element, 'maxOccurs') ?? '1';
  const known: Record<string, string> = { '1 1': '', '0 1': '?', '0 unbounded': '*', '1 unbounded': '+' };
  return known[`${min} ${max}`] ?? `{${min},${max === 'unbounded' ? '' : max}}`;
}

/** Collects the lines of one version. */
class Derivation {
  readonly definitions = new Map<string, Definition>();
  readonly lines = new Map<string, string>();

  add(schema: Schema): void {
    for (const element of kids(schema.root, 'complexType', 'simpleType', 'element')) {
      const kind = element.name === 'element' ? '@' : '';
      this.definitions.set(`${kind}${schema.prefix}${attributeOf(element, 'name')}`, { element, schema });
    }
  }

  typeOf(element: XmlNode, schema: Schema, owner: string): string {
    const named = attributeOf(element, 'type');
    if (named !== undefined) return this.type(resolve(schema, named));
    const [inline] = kids(element, 'complexType', 'simpleType');
    const name = owner === '' ? (attributeOf(element, 'name') ?? '') : `${owner}.${attributeOf(element, 'name')}`;
    if (inline !== undefined) this.describe(name, { element: inline, schema });
    return inline === undefined ? 'xs:string' : name;
  }

  type(name: string): string {
    const definition = this.definitions.get(name);
    if (definition !== undefined && !this.lines.has(name)) this.describe(name, definition);
    return name;
  }

  describe(name: string, definition: Definition): void {
    this.lines.set(name, '');
    const { element } = definition;
    this.lines.set(
      name,
      element.name === 'simpleType' ? this.simple(definition) : `${this.attributes(definition)}${this.content(definition, name)}`,
    );
  }

  simple({ element, schema }: Definition): string {
    const [restriction] = kids(element, 'restriction');
    if (restriction === undefined) return '<xs:string';
    const facets = kids(restriction, 'pattern', 'enumeration').map((each) => attributeOf(each, 'value') ?? '');
    const base = this.type(resolve(schema, attributeOf(restriction, 'base') ?? 'xs:string'));
    if (facets.length === 0) return `<${base}`;
    if (schema.prefix === 'din:' || schema.prefix === 'latin:') return `<${base}`;
    return kids(restriction, 'pattern').length > 0 ? `<${base} /${facets.join('|')}/` : `<${base} =${facets.join('|')}`;
  }

  base({ element, schema }: Definition): { derived: XmlNode; base: Definition | undefined; extends: boolean } {
    const [complex] = kids(element, 'complexContent', 'simpleContent');
    const [derived] = complex === undefined ? [] : kids(complex, 'extension', 'restriction');
    if (derived === undefined) return { derived: element, base: undefined, extends: false };
    const base = this.definitions.get(resolve(schema, attributeOf(derived, 'base') ?? ''));
    return { derived, base, extends: derived.name === 'extension' };
  }

  attributes(definition: Definition): string {
    const all = this.attributeMap(definition);
    return all.size === 0 ? '' : `[${[...all.values()].join(';')}]`;
  }

  attributeMap(definition: Definition): Map<string, string> {
    const { derived, base } = this.base(definition);
    const found = base === undefined ? new Map<string, string>() : this.attributeMap(base);
    for (const each of kids(derived, 'attribute')) {
      const name = attributeOf(each, 'name') ?? '';
      const fixed = attributeOf(each, 'fixed');
      found.set(name, `${name}${attributeOf(each, 'use') === 'required' ? '!' : ''}${fixed === undefined ? '' : `=${fixed}`}`);
    }
    return found;
  }

  content(definition: Definition, owner: string): string {
    const { derived, base, extends: extending } = this.base(definition);
    const own = kids(derived, 'sequence', 'choice').map((group) => this.group(group, definition.schema, owner));
    const inherited = extending && base !== undefined ? [this.content(base, owner)] : [];
    const parts = [...inherited, ...own].filter((part) => part !== '()' && part !== '');
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(',')})`;
  }

  group(group: XmlNode, schema: Schema, owner: string): string {
    const parts = kids(group, 'element', 'sequence', 'choice', 'any').map((each) => this.particle(each, schema, owner));
    return `(${parts.join(group.name === 'choice' ? '|' : ',')})${occurs(group)}`;
  }

  particle(each: XmlNode, schema: Schema, owner: string): string {
    if (each.name === 'any') return `**${occurs(each)}`;
    if (each.name !== 'element') return this.group(each, schema, owner);
    const form = attributeOf(each, 'form');
    const unqualified = form === undefined ? !schema.qualified : form === 'unqualified';
    const fixed = attributeOf(each, 'fixed');
    const name = attributeOf(each, 'name');
    return `${unqualified ? '~' : ''}${name}:${this.typeOf(each, schema, owner)}${fixed === undefined ? '' : `"${fixed}"`}${occurs(each)}`;
  }
}

function derive(folder: string, version: string): string {
  const derivation = new Derivation();
  for (const dir of [path.join(folder, 'xoev'), path.join(folder, version)]) {
    for (const file of readdirSync(dir)) if (file.endsWith('.xsd')) derivation.add(load(path.join(dir, file)));
  }
  const roots: string[] = [];
  for (const [name, { element, schema }] of derivation.definitions) {
    if (name.startsWith('@') && wanted.test(name)) roots.push(`${name} ${derivation.typeOf(element, schema, '')}`);
  }
  const lines = [...derivation.lines].map(([name, content]) => `${name} ${content}`);
  return [...roots.sort(), ...lines.sort()].join('\n');
}

const [folder = '', version = ''] = process.argv.slice(2);
const name = `v${version.replaceAll('.', '-')}`;
const target = path.join(import.meta.dirname, '../src/data', `${name}.ts`);
const head = `// SPDX-License-Identifier: EUPL-1.2
// Derived by suite/derive.ts from the public XML schemas of xdomea ${version} (KoSIT, urn:xoev-de:xdomea:kosit:standard:xdomea_${version}:xmlschema):
// names, order, cardinalities, types and code values of the messages 01xx to 05xx. The notation is described in src/table/table.ts.

/** The table of xdomea ${version}. */
`;
const body = derive(folder, version).replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
writeFileSync(target, `${head}export const table = \`${body}\`;\n`);
console.log(`${target}: ${body.split('\n').length} lines`);
