// SPDX-License-Identifier: EUPL-1.2
// Notation of src/data, one line each: `@Root Type`; `Type [attribute!=fixed;…](content)`; `Type <base /pattern/` or `Type <base =value|value`.
// Content: `Name:Type`, in sequence with `,`, in choice with `|`, `?*+{m,n}` as in DTDs, `~` for names without namespace, `"…"` fixed, `**` anything.

/** An element inside a type. */
export interface ElementDef {
  readonly kind: 'element';
  readonly name: string;
  readonly qualified: boolean;
  readonly type: string;
  readonly fixed: string | undefined;
  readonly min: number;
  readonly max: number;
}
/** A group of elements, in order or to choose from. */
export interface Group {
  readonly kind: 'sequence' | 'choice';
  readonly parts: readonly Particle[];
  readonly min: number;
  readonly max: number;
}
/** Any element of any namespace. */
export interface Anything {
  readonly kind: 'any';
  readonly min: number;
  readonly max: number;
}
export type Particle = ElementDef | Group | Anything;

export interface AttributeDef {
  readonly name: string;
  readonly required: boolean;
  readonly fixed: string | undefined;
}
export interface ComplexType {
  readonly attributes: readonly AttributeDef[];
  readonly content: Particle;
  readonly elements: ReadonlyMap<string, ElementDef>;
  /** Position of each name in the order of the schema. */
  readonly order: ReadonlyMap<string, number>;
  readonly open: boolean;
}
export interface SimpleType {
  readonly base: string;
  readonly pattern: RegExp | undefined;
  readonly values: ReadonlySet<string> | undefined;
}
/** What one version of the standard knows. */
export interface Table {
  readonly version: string;
  readonly namespace: string;
  /** Number of the message, such as `0503`, to the name of its root element. */
  readonly messages: ReadonlyMap<string, string>;
  readonly roots: ReadonlyMap<string, string>;
  readonly complex: ReadonlyMap<string, ComplexType>;
  readonly simple: ReadonlyMap<string, SimpleType>;
}

/** A text that is read from left to right. */
interface Cursor {
  readonly text: string;
  at: number;
}

function take(cursor: Cursor, until: string): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !until.includes(cursor.text[cursor.at] ?? '')) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}

function skip(cursor: Cursor, sign: string): boolean {
  if (!cursor.text.startsWith(sign, cursor.at)) return false;
  cursor.at += sign.length;
  return true;
}

function occurrence(cursor: Cursor): { min: number; max: number } {
  if (skip(cursor, '?')) return { min: 0, max: 1 };
  if (skip(cursor, '*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (skip(cursor, '+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (!skip(cursor, '{')) return { min: 1, max: 1 };
  const [min = '1', max = ''] = take(cursor, '}').split(',');
  skip(cursor, '}');
  return { min: Number(min), max: max === '' ? Number.POSITIVE_INFINITY : Number(max) };
}

function particle(cursor: Cursor): Particle {
  if (skip(cursor, '(')) {
    const parts: Particle[] = [];
    let kind: Group['kind'] = 'sequence';
    while (!skip(cursor, ')')) {
      parts.push(particle(cursor));
      if (skip(cursor, '|')) kind = 'choice';
      else skip(cursor, ',');
    }
    return { kind, parts, ...occurrence(cursor) };
  }
  if (skip(cursor, '**')) return { kind: 'any', ...occurrence(cursor) };
  const qualified = !skip(cursor, '~');
  const name = take(cursor, ':');
  skip(cursor, ':');
  const type = take(cursor, '?*+{,|)"');
  const fixed = skip(cursor, '"') ? take(cursor, '"') : undefined;
  skip(cursor, '"');
  return { kind: 'element', name, qualified, type, fixed, ...occurrence(cursor) };
}

function gather(part: Particle, into: Map<string, ElementDef>): boolean {
  if (part.kind === 'any') return true;
  if (part.kind === 'element') {
    if (!into.has(part.name)) into.set(part.name, part);
    return false;
  }
  let open = false;
  for (const each of part.parts) open = gather(each, into) || open;
  return open;
}

function complexType(text: string): ComplexType {
  const cursor: Cursor = { text, at: 0 };
  const attributes: AttributeDef[] = [];
  if (skip(cursor, '[')) {
    for (const each of take(cursor, ']').split(';')) {
      const [head = '', ...fixed] = each.split('=');
      const required = head.endsWith('!');
      attributes.push({
        name: required ? head.slice(0, -1) : head,
        required,
        fixed: fixed.length === 0 ? undefined : fixed.join('='),
      });
    }
    skip(cursor, ']');
  }
  const content = particle(cursor);
  const elements = new Map<string, ElementDef>();
  const open = gather(content, elements);
  return { attributes, content, elements, order: new Map([...elements.keys()].map((name, index) => [name, index])), open };
}

function simpleType(text: string): SimpleType {
  const space = text.indexOf(' ');
  const base = space < 0 ? text.slice(1) : text.slice(1, space);
  const facet = space < 0 ? '' : text.slice(space + 1);
  const pattern = facet.startsWith('/') ? new RegExp(`^(?:${facet.slice(1, -1)})$`) : undefined;
  return { base, pattern, values: facet.startsWith('=') ? new Set(facet.slice(1).split('|')) : undefined };
}

/** The table of one version from its compact text. */
export function parseTable(version: string, text: string): Table {
  const roots = new Map<string, string>();
  const complex = new Map<string, ComplexType>();
  const simple = new Map<string, SimpleType>();
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    const [name, rest] = [line.slice(0, space), line.slice(space + 1)];
    if (name.startsWith('@')) roots.set(name.slice(1), rest);
    else if (rest.startsWith('<')) simple.set(name, simpleType(rest));
    else complex.set(name, complexType(rest));
  }
  const messages = new Map([...roots.keys()].map((name) => [name.slice(-4), name]));
  return { version, namespace: `urn:xoev-de:xdomea:schema:${version}`, messages, roots, complex, simple };
}
