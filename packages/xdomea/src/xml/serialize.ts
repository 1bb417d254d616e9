// SPDX-License-Identifier: EUPL-1.2
import type { XmlAttribute, XmlNode } from './node.ts';

const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Characters that XML 1.0 cannot carry at all become a blank: a stray control character in a subject must not stop a transfer. */
function lawful(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ').toWellFormed();
}

/** Most texts of a message are plain words and numbers: they go through untouched. */
const plain = /^[\w äöüÄÖÜß.,:;+/()#–-]*$/;
const escapeText = (text: string): string =>
  plain.test(text) ? text : lawful(text).replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign);
const escapeValue = (text: string): string =>
  plain.test(text) ? text : lawful(text).replace(/[&<>"\r\n\t]/g, (sign) => escapes[sign] ?? sign);

/** Which prefix stands for which namespace at this place. */
interface Scope {
  readonly known: ReadonlyMap<string, string>;
  readonly declared: string;
}

function scopeFor(element: XmlNode, outer: ReadonlyMap<string, string>): Scope {
  const own = element.uri === '' || outer.has(element.uri);
  if (own && element.attributes.every((each) => each.uri === '' || outer.has(each.uri))) return { known: outer, declared: '' };
  let known = outer;
  let declared = '';
  for (const uri of [element.uri, ...element.attributes.map((each) => each.uri)]) {
    if (uri === '' || known.has(uri)) continue;
    const prefix =
      /^urn:xoev-de:xdomea:schema:/.test(uri) && !outer.has('xdomea') ? 'xdomea' : (prefixes[uri] ?? `n${known.size}`);
    const fresh = [...known.values()].includes(prefix) ? `n${known.size}` : prefix;
    known = new Map([...known, [uri, fresh]]);
    declared += ` xmlns:${fresh}="${escapeValue(uri)}"`;
  }
  return { known, declared };
}

function attributeText(attribute: XmlAttribute, scope: Scope): string {
  const prefix = attribute.uri === '' ? '' : `${scope.known.get(attribute.uri)}:`;
  return ` ${prefix}${attribute.name}="${escapeValue(attribute.value)}"`;
}

/** Text is joined now and then: half a million short strings take more memory than the message. */
interface Output {
  readonly parts: string[];
  readonly short: string[];
}

function put(out: Output, text: string): void {
  out.short.push(text);
  if (out.short.length >= 4096) out.parts.push(out.short.splice(0).join(''));
}

type Known = ReadonlyMap<string, string>;

function writeInside(element: XmlNode, known: Known, indent: string, out: Output): void {
  if (element.mixed === undefined) {
    for (const child of element.children) write(child, known, indent === '' ? '' : `${indent}  `, out);
    put(out, indent);
    return;
  }
  for (const piece of element.mixed) {
    if (typeof piece === 'string') put(out, escapeText(piece));
    else write(piece, known, '', out);
  }
}

function write(element: XmlNode, outer: Known, indent: string, out: Output): void {
  const scope = scopeFor(element, outer);
  const name = element.uri === '' ? element.name : `${scope.known.get(element.uri)}:${element.name}`;
  const start = `${indent}<${name}${scope.declared}${element.attributes.map((each) => attributeText(each, scope)).join('')}`;
  if (element.children.length > 0 || element.mixed !== undefined) {
    put(out, `${start}>`);
    writeInside(element, scope.known, indent, out);
    put(out, `</${name}>`);
  } else put(out, element.text === '' ? `${start}/>` : `${start}>${escapeText(element.text)}</${name}>`);
}

/** The XML text of a tree: UTF-8, prefix `xdomea` (compulsory since 4.0), one element on a line but where text and elements mix. */
export function serialize(root: XmlNode): string {
  const out: Output = { parts: [], short: ['<?xml version="1.0" encoding="UTF-8"?>'] };
  write(root, new Map([['http://www.w3.org/XML/1998/namespace', 'xml']]), '\n', out);
  return `${out.parts.join('')}${out.short.join('')}\n`;
}
