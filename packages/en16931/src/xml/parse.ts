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

/** The tree of a well-formed document without DOCTYPE and processing instructions, within the limits. Throws `Unreadable`. */
export function parseXml(text: string, limits: Limits = usualLimits): XmlDocument {
  if (text.length > limits.size) throw new Unreadable('size', String(text.length));
  const parser = new SaxesParser({ xmlns: true, position: true });
  const names = new Map<string, string>();
  let root: XmlElement | undefined;
  let open: Building | undefined;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let line = 1;
  let column = 1;
  const refuse = (reason: Unreadable['reason'], detail: string): never => {
    throw new Unreadable(reason, detail, { line: parser.line, column: parser.column });
  };
  parser.on('doctype', () => refuse('doctype', 'DOCTYPE'));
  if (limits.skipInstructions !== true) {
    parser.on('processinginstruction', (instruction) => refuse('processing-instruction', instruction.target.slice(0, 60)));
  }
  parser.on('opentagstart', (tag) => {
    attributes = 0;
    depth += 1;
    elements += 1;
    line = parser.line;
    column = Math.max(1, parser.column - tag.name.length - 1);
    if (depth > limits.depth) refuse('depth', String(limits.depth));
    if (elements > limits.elements) refuse('elements', String(limits.elements));
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.attributes) refuse('attributes', String(limits.attributes));
  });
  parser.on('opentag', (tag) => {
    const key = `${tag.uri} ${tag.local}`;
    let name = names.get(key);
    if (name === undefined) {
      name = canonicalName(tag);
      names.set(key, name);
    }
    const element: Building = {
      name,
      local: tag.local,
      attributes: attributesOf(tag),
      children: [],
      parent: open,
      text: '',
      line,
      column,
    };
    if (open === undefined) root = element;
    else adopt(open, element);
    open = element;
  });
  parser.on('closetag', () => {
    depth -= 1;
    open = open?.parent;
  });
  const append = (piece: string) => {
    if (open === undefined || (open.children !== noChildren && blank.test(piece))) return;
    open.text = open.text === '' ? piece : open.text + piece;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('error', (error) => {
    throw new Unreadable('not-well-formed', error.message.slice(0, 200), { line: parser.line, column: parser.column });
  });
  for (let start = 0; start < text.length; start += chunk) parser.write(text.slice(start, start + chunk));
  parser.close();
  if (root === undefined) throw new Unreadable('not-well-formed', 'no element');
  return { root, elements };
}
