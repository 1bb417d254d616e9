// SPDX-License-Identifier: EUPL-1.2
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { decodeText, detectEncoding } from './text-encoding.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

// What never belongs to the text of a page: code, styles, and elements whose content is a fall-back or another document.
const DROPPED = new Set('script style template noscript iframe object embed svg math canvas audio video head select'.split(' '));
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol p pre section summary table tbody tfoot thead title tr ul'
  ).split(' '),
);

/** Readable text of an HTML page; nothing of its markup, scripts or links survives. */
export function extractHtml(bytes: Buffer): RawText {
  const { text, title } = htmlToText(decodeText(bytes, declaredEncoding(bytes)));
  return { pages: paginate(text), meta: title === '' ? {} : { title } };
}

/** Turns markup into plain text with line breaks; also the only form in which the HTML of a mail is ever shown. */
export function htmlToText(html: string): { text: string; title: string } {
  const document = parse(html);
  const out: string[] = [];
  const title: string[] = [];
  walk(document, out, title);
  return { text: out.join(''), title: title.join('').trim() };
}

type Visit = { node: Node; leaving: boolean };

// Own stack instead of recursion: a hundred thousand nested <div> must not exhaust ours.
function walk(root: Node, out: string[], title: string[]): void {
  const stack: Visit[] = [{ node: root, leaving: false }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, leaving } = visit;
    if (leaving) {
      out.push(breakOf(node.nodeName));
      continue;
    }
    if (node.nodeName === '#text') out.push((node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' '));
    if (node.nodeName === 'head') title.push(titleOf(node as DefaultTreeAdapterTypes.Element));
    if (DROPPED.has(node.nodeName) || !('childNodes' in node)) continue;
    out.push(openingOf(node));
    stack.push({ node, leaving: true });
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child) stack.push({ node: child, leaving: false });
    }
  }
}

function openingOf(node: Node): string {
  if (node.nodeName === 'br') return '\n';
  if (node.nodeName === 'li') return '\n– ';
  if (node.nodeName === 'img') return imageText(node as DefaultTreeAdapterTypes.Element);
  return breakOf(node.nodeName);
}

function breakOf(name: string): string {
  if (BLOCKS.has(name)) return '\n';
  return name === 'td' || name === 'th' ? '\t' : '';
}

function imageText(image: DefaultTreeAdapterTypes.Element): string {
  const text = image.attrs.find((attribute) => attribute.name === 'alt')?.value.trim() ?? '';
  return text === '' ? '' : `[${text}]`;
}

function titleOf(head: DefaultTreeAdapterTypes.Element): string {
  const title = head.childNodes.find((child) => child.nodeName === 'title');
  const text = title && 'childNodes' in title ? title.childNodes[0] : undefined;
  return text && text.nodeName === '#text' ? (text as DefaultTreeAdapterTypes.TextNode).value : '';
}

// HTML, 13.2.3.2: the encoding a page declares stands within its first 1024 bytes; only the two that matter here are honoured.
function declaredEncoding(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const detected = detectEncoding(bytes) ?? 'windows-1252';
  if (detected !== 'utf-8') return detected;
  const head = bytes.toString('latin1', 0, 1024).toLowerCase();
  const marked = bytes[0] === 0xef;
  return !marked && (head.includes('charset=iso-8859-1') || head.includes('charset="iso-8859-1')) ? 'windows-1252' : 'utf-8';
}
