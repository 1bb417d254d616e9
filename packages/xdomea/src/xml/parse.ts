// SPDX-License-Identifier: EUPL-1.2
// saxes alone spends minutes on 100,000 nested tags: every limit below is checked before the parser goes on.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlNode } from './node.ts';
import { Unreadable, type UnreadableReason } from './unreadable.ts';

/** What a message may be at most. */
export interface Limits {
  readonly depth: number;
  readonly attributes: number;
  readonly elements: number;
  /** Characters of text, after decoding. */
  readonly size: number;
}

/** Limits that real messages respect: 10,000 documents with all their metadata are 36 million characters. */
export const usualLimits: Limits = { depth: 128, attributes: 64, elements: 4_000_000, size: 200_000_000 };

const chunk = 65_536;
const xmlns = 'http://www.w3.org/2000/xmlns/';
const blank = /^[ \t\r\n]*$/;
const noChildren: XmlNode[] = [];
Object.freeze(noChildren);
const noAttributes: readonly XmlAttribute[] = Object.freeze([]);

/** An element that is still open. */
interface Building extends XmlNode {
  children: XmlNode[];
  text: string;
  mixed?: (string | XmlNode)[];
}

/** Where the parser stands. */
interface Reading {
  root: XmlNode | undefined;
  readonly open: Building[];
  elements: number;
  attributes: number;
  line: number;
  column: number;
}

type Parser = SaxesParser<{ xmlns: true; position: true }>;

/** Codes name the same lists ten thousand times: equal sets of attributes are kept once. */
type Known = Map<string, readonly XmlAttribute[]>;

function attributesOf(tag: SaxesTagNS, known: Known): readonly XmlAttribute[] {
  let found: XmlAttribute[] | undefined;
  let sign = '';
  for (const key in tag.attributes) {
    const each = tag.attributes[key];
    if (each === undefined || each.uri === xmlns) continue;
    found ??= [];
    found.push({ name: each.local, uri: each.uri, value: each.value });
    sign += `${each.uri} ${each.local} ${each.value}\n`;
  }
  if (found === undefined) return noAttributes;
  const same = known.get(sign);
  if (same === undefined && known.size < 1000) known.set(sign, found);
  return same ?? found;
}

/** Refuses what no message has, before the parser goes on. */
function guard(parser: Parser, reading: Reading, limits: Limits): void {
  const refuse = (reason: UnreadableReason, detail: string): never => {
    throw new Unreadable(reason, detail, { line: parser.line, column: parser.column });
  };
  parser.on('doctype', () => refuse('doctype', 'DOCTYPE'));
  parser.on('processinginstruction', (instruction) => refuse('processing-instruction', instruction.target.slice(0, 60)));
  parser.on('opentagstart', (tag) => {
    reading.attributes = 0;
    reading.elements += 1;
    reading.line = parser.line;
    reading.column = Math.max(1, parser.column - tag.name.length - 1);
    if (reading.open.length >= limits.depth) refuse('depth', String(limits.depth));
    if (reading.elements > limits.elements) refuse('elements', String(limits.elements));
  });
  parser.on('attribute', () => {
    reading.attributes += 1;
    if (reading.attributes > limits.attributes) refuse('attributes', String(limits.attributes));
  });
  parser.on('error', (error) => refuse('not-well-formed', error.message.slice(0, 200)));
}

/** Puts an element into its parent; where text stands beside elements the order of both is kept. */
function adopt(parent: Building, child: XmlNode): void {
  if (parent.children === noChildren) parent.children = [child];
  else parent.children.push(child);
  if (parent.mixed !== undefined) parent.mixed.push(child);
  else if (blank.test(parent.text)) parent.text = '';
  else parent.mixed = [parent.text, child];
}

function append(open: Building | undefined, piece: string): void {
  if (open === undefined) return;
  if (open.mixed !== undefined) open.mixed.push(piece);
  else if (open.children !== noChildren) {
    if (blank.test(piece)) return;
    open.mixed = [...open.children, piece];
  }
  open.text += piece;
}

/** Puts together the tree. */
function build(parser: Parser, reading: Reading): void {
  // Each event makes new strings; a message has a few hundred names but millions of elements.
  const names = new Map<string, string>();
  const sets: Known = new Map();
  const once = (name: string): string => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  parser.on('opentag', (tag) => {
    const { line, column } = reading;
    const element: Building = {
      name: once(tag.local),
      uri: once(tag.uri),
      attributes: attributesOf(tag, sets),
      children: noChildren,
      text: '',
      line,
      column,
    };
    const parent = reading.open.at(-1);
    if (parent === undefined) reading.root = element;
    else adopt(parent, element);
    reading.open.push(element);
  });
  parser.on('closetag', () => {
    reading.open.pop();
  });
  parser.on('text', (piece) => append(reading.open.at(-1), piece));
  parser.on('cdata', (piece) => append(reading.open.at(-1), piece));
}

/** The root of a well-formed document without DOCTYPE and processing instructions, within the limits. Throws `Unreadable`. */
export function parseXml(text: string, limits: Limits = usualLimits): XmlNode {
  if (text.length > limits.size) throw new Unreadable('size', String(text.length));
  const parser: Parser = new SaxesParser({ xmlns: true, position: true });
  const reading: Reading = { root: undefined, open: [], elements: 0, attributes: 0, line: 1, column: 1 };
  guard(parser, reading, limits);
  build(parser, reading);
  for (let start = 0; start < text.length; start += chunk) parser.write(text.slice(start, start + chunk));
  parser.close();
  if (reading.root === undefined) throw new Unreadable('not-well-formed', 'no element');
  return reading.root;
}
