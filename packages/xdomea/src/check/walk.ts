// SPDX-License-Identifier: EUPL-1.2
import { at, childOf, type XmlNode } from '../xml/node.ts';
import type { Findings, Trail } from './finding.ts';

/** What the rules about content remember while they go through a message. */
export interface Walk {
  readonly typ: string;
  readonly version: string;
  /** Day on which the message was made. */
  readonly day: string;
  readonly findings: Findings;
  readonly uuids: Set<string>;
  readonly files: Map<string, Trail>;
}

/** Text of the first element at a path, or undefined. */
export function textAt(element: XmlNode, path: string): string | undefined {
  return at(element, path)?.text.trim();
}

/** The same as a truth value. */
export function trueAt(element: XmlNode, path: string): boolean {
  return ['1', 'true'].includes(textAt(element, path) ?? '');
}

/** The first child of that name, with the way to it. */
export function below(trail: Trail, name: string): Trail | undefined {
  const found = childOf(trail.node, name);
  return found === undefined ? undefined : { node: found, parent: trail };
}

/** Own identifier of a records object, in small letters. */
export function uuidOf(element: XmlNode): string | undefined {
  return (textAt(element, 'Identifikation/xdomeaUUID') ?? textAt(element, 'Identifikation/ID'))?.toLowerCase();
}
