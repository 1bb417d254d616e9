// SPDX-License-Identifier: EUPL-1.2
// saxes alone spends minutes on 100,000 nested tags: every limit below is checked before the parser goes on.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type XmlDocument, type XmlElement, withoutAttributes } from './element.ts';
import { prefixByNamespace } from './namespaces.ts';
import { Unreadable } from './unreadable.ts';

/** What a document may be at most. */
export interface Limits {
  readonly depth: number;
  readonly attributes: number;
  readonly elements: number;
  /** Characters of text, after decoding. */
  readonly size: number;
  /** Test material carries processing instructions; an invoice never does. They are skipped, not followed, if this is set. */
  readonly skipInstructions?: boolean;
}

/** Limits that every real invoice respects; 20 MB is what German receiving platforms accept. */
export const usualLimits: Limits = { depth: 64, attributes: 64, elements: 2_000_000, size: 40_000_000 };

const chunk = 65_536;

/** An element that is still open: its children are being collected. */
interface Building extends XmlElement {
  readonly parent: Building | undefined;
  children: XmlElement[];
}

/** Most elements are leaves: they share one list that stays empty. */
const noChildren: XmlElement[] = [];
Object.freeze(noChildren);

const blank = /^[ \t\r\n]*$/;

/** Puts an element into its parent; indentation before the first child is not kept, four thousand lines have megabytes of it. */
function adopt(parent: Building, child: XmlElement): void {
  if (parent.children === noChildren) {
    parent.children = [child];
    if (blank.test(parent.text)) parent.text = '';
  } else parent.children.push(child);
}

function canonicalName(tag: SaxesTagNS): string {
  if (tag.uri === '') return tag.local;
  const prefix = prefixByNamespace[tag.uri];
  return prefix === undefined ? `{${tag.uri}}${tag.local}` : `${prefix}:${tag.local}`;
}

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  let found: Record<string, string> | undefined;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (attribute === undefined || attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
    found ??= Object.create(null) as Record<string, string>;
    found[attribute.name] = attribute.value;
  }
  return found ?? withoutAttributes();
}

/** Where the parser stands. */
interface Reading {
  root: XmlElement | undefined;
  open: Building | undefined;
  depth: number;
  elements: number;
  attributes: number;
  line: number;
  column: number;
}

type Parser = SaxesParser<{ xmlns: true; position: true }>;

/** Refuses whatever no invoice has, before the parser goes on. */
function guard(parser: Parser, reading: Reading, limits: Limits): void {
  const refuse = (reason: Unreadable['reason'], detail: string): never => {
    throw new Unreadable(reason, detail, { line: parser.line, column: parser.column });
  };
  parser.on('doctype', () => refuse('doctype', 'DOCTYPE'));
  if (limits.skipInstructions !== true) {
    parser.on('processinginstruction', (instruction) => refuse('processing-instruction', instruction.target.slice(0, 60)));
  }
  parser.on('opentagstart', (tag) => {
    reading.attributes = 0;
    reading.depth += 1;
    reading.elements += 1;
    reading.line = parser.line;
    reading.column = Math.max(1, parser.column - tag.name.length - 1);
    if (reading.depth > limits.depth) refuse('depth', String(limits.depth));
    if (reading.elements > limits.elements) refuse('elements', String(limits.elements));
  });
  parser.on('attribute', () => {
    reading.attributes += 1;
    if (reading.attributes > limits.attributes) refuse('attributes', String(limits.attributes));
  });
  parser.on('error', (error) => refuse('not-well-formed', error.message.slice(0, 200)));
}

/** Puts together the tree. */
function build(parser: Parser, reading: Reading): void {
  const names = new Map<string, string>();
  parser.on('opentag', (tag) => {
    const key = `${tag.uri} ${tag.local}`;
    let name = names.get(key);
    if (name === undefined) {
      name = canonicalName(tag);
      names.set(key, name);
    }
    const { open: parent, line, column } = reading;
    const element: Building = {
      name,
      local: tag.local,
      attributes: attributesOf(tag),
      children: noChildren,
      parent,
      text: '',
      line,
      column,
    };
    if (parent === undefined) reading.root = element;
    else adopt(parent, element);
    reading.open = element;
  });
  parser.on('closetag', () => {
    reading.depth -= 1;
    reading.open = reading.open?.parent;
  });
  const append = (piece: string) => {
    const { open } = reading;
    if (open === undefined || (open.children !== noChildren && blank.test(piece))) return;
    open.text = open.text === '' ? piece : open.text + piece;
  };
  parser.on('text', append);
  parser.on('cdata', append);
}

/** The tree of a well-formed document without DOCTYPE and processing instructions, within the limits. Throws `Unreadable`. */
export function parseXml(text: string, limits: Limits = usualLimits): XmlDocument {
  if (text.length > limits.size) throw new Unreadable('size', String(text.length));
  const parser: Parser = new SaxesParser({ xmlns: true, position: true });
  const reading: Reading = { root: undefined, open: undefined, depth: 0, elements: 0, attributes: 0, line: 1, column: 1 };
  guard(parser, reading, limits);
  build(parser, reading);
  for (let start = 0; start < text.length; start += chunk) parser.write(text.slice(start, start + chunk));
  parser.close();
  if (reading.root === undefined) throw new Unreadable('not-well-formed', 'no element');
  return { root: reading.root, elements: reading.elements };
}
