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

/** For each parent, the position of its children among those of the same name (from one; nought if alone): found once, or many findings would take quadratic time. */
const positions = new WeakMap<XmlElement, Map<XmlElement, number>>();

function positionsIn(parent: XmlElement): Map<XmlElement, number> {
  const known = positions.get(parent);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const found = new Map<XmlElement, number>();
  for (const child of parent.children) {
    const position = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, position);
    found.set(child, position);
  }
  for (const [child] of found) if (counts.get(child.name) === 1) found.set(child, 0);
  positions.set(parent, found);
  return found;
}

/** The path of an element from the root, with positions where a name repeats: `/ubl:Invoice/cac:InvoiceLine[2]/cbc:ID`. */
export function pathOf(element: XmlElement, root?: XmlElement): string {
  const parent = element === root ? undefined : element.parent;
  if (parent === undefined) return `/${element.name}`;
  const position = positionsIn(parent).get(element) ?? 0;
  return `${pathOf(parent, root)}/${element.name}${position > 0 ? `[${position}]` : ''}`;
}
