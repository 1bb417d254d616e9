// SPDX-License-Identifier: EUPL-1.2
import { namespaceOf } from '../xml/namespaces.ts';

/** An element that is being written. */
export interface OutNode {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: OutNode[];
  text: string;
  /** The condition under which the element was made: only rows with the same one may share it. */
  readonly condition: string;
}

/** A new element. */
export function newNode(name: string, condition = ''): OutNode {
  return { name, attributes: {}, children: [], text: '', condition };
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

function render({ name, attributes, children, text }: OutNode, indent: string, extra: string): string {
  const open = `${indent}<${name}${extra}${attributesOf(attributes)}`;
  if (children.length === 0) return text === '' ? `${open}/>` : `${open}>${escapeText(text)}</${name}>`;
  return `${open}>\n${children.map((child) => render(child, `${indent}  `, '')).join('\n')}\n${indent}</${name}>`;
}

function prefixesOf(node: OutNode, found: Set<string>): Set<string> {
  found.add(node.name.slice(0, node.name.indexOf(':')));
  for (const child of node.children) prefixesOf(child, found);
  return found;
}

/** The document as XML text in UTF-8. */
export function renderDocument(root: OutNode): string {
  const namespaces = [...prefixesOf(root, new Set())]
    .map((prefix) => ` xmlns:${prefix}="${escapeAttribute(namespaceOf(prefix))}"`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, '', namespaces)}\n`;
}
