// SPDX-License-Identifier: EUPL-1.2

/** One element of the document, with the place where it begins. Names carry the usual prefix of their namespace, whatever the document calls it. */
export interface XmlElement {
  /** Canonical name, such as `cbc:ID` or `ram:Name`; names of unknown namespaces read `{uri}local`. */
  readonly name: string;
  /** Name without prefix. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Text directly inside this element, character data sections included; blanks between child elements may be left out. */
  text: string;
  /** Counted from one. */
  readonly line: number;
  readonly column: number;
}

/** A well-formed document and what the rules ask of it as a whole. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** How many elements the document has. */
  readonly elements: number;
}

const noAttributes: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

/** The empty set of attributes, shared by all elements that have none. */
export function withoutAttributes(): Readonly<Record<string, string>> {
  return noAttributes;
}

/** Text with white space collapsed as XPath's `normalize-space` does. */
export function collapse(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** All text inside an element, in document order. */
export function textOf(element: XmlElement): string {
  if (element.children.length === 0) return element.text;
  let text = element.text;
  for (const child of element.children) text += textOf(child);
  return text;
}

/** Direct children of that name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : element.children.filter((child) => child.name === name);
}

/** The elements that a path of child names leads to. */
export function select(element: XmlElement | undefined, path: string): XmlElement[] {
  let found: XmlElement[] = element === undefined ? [] : [element];
  for (const name of path.split('/')) found = found.flatMap((each) => childrenNamed(each, name));
  return found;
}

/** The path of an element from the root, with positions where a name repeats: `/ubl:Invoice/cac:InvoiceLine[2]/cbc:ID`. */
export function pathOf(element: XmlElement, root?: XmlElement): string {
  const parent = element === root ? undefined : element.parent;
  if (parent === undefined) return `/${element.name}`;
  const twins = parent.children.filter((child) => child.name === element.name);
  const position = twins.length > 1 ? `[${twins.indexOf(element) + 1}]` : '';
  return `${pathOf(parent, root)}/${element.name}${position}`;
}
