// SPDX-License-Identifier: EUPL-1.2
import type { XmlNode } from '../xml/node.ts';

const schemaHints = 'http://www.w3.org/2001/XMLSchema-instance';

function attributesOf(element: XmlNode): string {
  return element.attributes
    .filter((each) => each.uri !== schemaHints)
    .map((each) => `{${each.uri}}${each.name}=${each.value}`)
    .sort()
    .join(' ');
}

const truth: Readonly<Record<string, string>> = { true: '1', false: '0' };

function differ(a: XmlNode, b: XmlNode, path: string, found: string[]): void {
  if (a.name !== b.name || a.uri !== b.uri) {
    found.push(`${path}: ${a.name} / ${b.name}`);
    return;
  }
  if (attributesOf(a) !== attributesOf(b)) found.push(`${path}: attributes ${attributesOf(a)} / ${attributesOf(b)}`);
  if ((truth[a.text] ?? a.text) !== (truth[b.text] ?? b.text))
    found.push(`${path}: ${a.text.slice(0, 80)} / ${b.text.slice(0, 80)}`);
  if (a.children.length !== b.children.length) {
    const names = (each: XmlNode) => each.children.map((child) => child.name).join(' ');
    found.push(`${path}: ${names(a).slice(0, 200)} / ${names(b).slice(0, 200)}`);
    return;
  }
  for (const [index, child] of a.children.entries()) differ(child, b.children[index] ?? child, `${path}/${child.name}`, found);
}

/** Differences of two trees as XML sees them: names, namespaces, attributes, text, order; prefixes, indentation, comments and hints to schemas do not count. */
export function infosetDifferences(a: XmlNode, b: XmlNode): string[] {
  const found: string[] = [];
  differ(a, b, `/${a.name}`, found);
  return found;
}
