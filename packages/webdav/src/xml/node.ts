// SPDX-License-Identifier: EUPL-1.2

/** An element of a request: its name, namespace and what stands in it, in order. */
export interface XmlNode {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly content: readonly (XmlNode | string)[];
}

/** An attribute; `uri` is empty without a prefix. */
export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

/** The namespace of the standard. */
export const dav = 'DAV:';

/** The elements below, without the text between them. */
export function childrenOf({ content }: XmlNode): XmlNode[] {
  return content.filter((one) => typeof one !== 'string');
}

/** The first element below that the standard calls so. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return childrenOf(node).find((one) => one.uri === dav && one.name === name);
}

/** True when the standard calls it so. */
export function isDav(node: XmlNode | undefined, name: string): boolean {
  return node?.uri === dav && node.name === name;
}
