// SPDX-License-Identifier: EUPL-1.2

/** An attribute with its namespace (empty if it has none). */
export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

/** One element with the place where it begins; nodes that were built, not read, have line and column 0. */
export interface XmlNode {
  /** Name without prefix. */
  readonly name: string;
  /** Namespace, empty for the unqualified children of codes and heads. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Text directly inside; blanks between child elements are not kept. */
  readonly text: string;
  /** Text and elements in their order, only where both stand side by side. */
  readonly mixed?: readonly (string | XmlNode)[];
  readonly line: number;
  readonly column: number;
}

const none: readonly never[] = Object.freeze([]);

/** An element that was not read from a file. */
export function node(
  name: string,
  uri: string,
  content: readonly XmlNode[] | string,
  attributes: readonly XmlAttribute[] = none,
): XmlNode {
  const text = typeof content === 'string' ? content : '';
  return { name, uri, attributes, children: typeof content === 'string' ? none : content, text, line: 0, column: 0 };
}

/** The first direct child of that name. */
export function childOf(parent: XmlNode | undefined, name: string): XmlNode | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** The first element that a path of child names leads to. */
export function at(parent: XmlNode | undefined, path: string): XmlNode | undefined {
  let found = parent;
  for (const name of path.split('/')) found = childOf(found, name);
  return found;
}

/** Value of an attribute without namespace. */
export function attributeOf(element: XmlNode, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name && each.uri === '')?.value;
}
