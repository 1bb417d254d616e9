// SPDX-License-Identifier: EUPL-1.2
// saxes alone spends minutes on 100,000 nested tags: every limit is checked before the parser goes on.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlNode } from './node.ts';

/** What a request's XML may be at most; real clients send less than a hundredth. */
export const xmlLimits = { bytes: 262_144, depth: 32, elements: 4_000, attributes: 64 } as const;

const xmlns = 'http://www.w3.org/2000/xmlns/';

interface Building extends XmlNode {
  readonly content: (XmlNode | string)[];
}

/** The XML is not well-formed, or more than a client ever sends. */
class Unreadable extends Error {}

/** The root of a well-formed document without DOCTYPE and processing instructions, within the limits; else undefined. */
export function parseXml(text: string): XmlNode | undefined {
  try {
    return parse(text);
  } catch (fault) {
    if (fault instanceof Unreadable) return undefined;
    throw fault;
  }
}

function parse(text: string): XmlNode | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Building[] = [];
  let root: XmlNode | undefined;
  guard(parser, open);
  parser.on('opentag', (tag) => {
    const node: Building = { name: tag.local, uri: tag.uri, attributes: attributesOf(tag), content: [] };
    const parent = open.at(-1);
    if (parent) parent.content.push(node);
    else root = node;
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const append = (piece: string) => {
    open.at(-1)?.content.push(piece);
  };
  parser.on('text', append);
  parser.on('cdata', append);
  for (let start = 0; start < text.length; start += 8192) parser.write(text.slice(start, start + 8192));
  parser.close();
  return root;
}

type Parser = SaxesParser<{ xmlns: true; position: false }>;

function guard(parser: Parser, open: readonly XmlNode[]): void {
  let elements = 0;
  let attributes = 0;
  const refuse = () => {
    throw new Unreadable();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('processinginstruction', refuse);
  parser.on('opentagstart', () => {
    attributes = 0;
    elements += 1;
    if (open.length >= xmlLimits.depth || elements > xmlLimits.elements) refuse();
  });
  parser.on('attribute', ({ prefix, value }) => {
    attributes += 1;
    // Namespaces in XML 1.0 §2.2: a prefix cannot be bound to no namespace.
    if (attributes > xmlLimits.attributes || (prefix === 'xmlns' && value === '')) refuse();
  });
}

function attributesOf(tag: SaxesTagNS): XmlAttribute[] {
  return Object.values(tag.attributes)
    .filter(({ uri }) => uri !== xmlns)
    .map(({ local, uri, value }) => ({ name: local, uri, value }));
}
