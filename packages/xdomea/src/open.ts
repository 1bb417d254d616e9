// SPDX-License-Identifier: EUPL-1.2
import type { Table } from './table/table.ts';
import { tableOf, type Version, versionOfNamespace } from './table/versions.ts';
import { decode } from './xml/decode.ts';
import type { XmlNode } from './xml/node.ts';
import { type Limits, parseXml, usualLimits } from './xml/parse.ts';
import { Unreadable } from './xml/unreadable.ts';

/** A message that was read: the tree with places, and what it is. */
export interface Opened {
  readonly version: Version;
  /** Number of the message, such as `0503`. */
  readonly typ: string;
  readonly root: XmlNode;
}

/** Opens the bytes (or the text) of a message. Throws `Unreadable` for what is no message of a known version. */
export function openMessage(input: Uint8Array | string, limits: Limits = usualLimits): Opened {
  const root = parseXml(typeof input === 'string' ? input : decode(input), limits);
  const where = { line: root.line, column: root.column };
  if (!root.uri.startsWith('urn:xoev-de:xdomea:schema:')) throw new Unreadable('not-xdomea', root.uri.slice(0, 100), where);
  const version = versionOfNamespace(root.uri);
  if (version === undefined) throw new Unreadable('unknown-version', root.uri.slice(0, 100), where);
  if (!tableOf(version).roots.has(root.name)) throw new Unreadable('unknown-message', root.name.slice(0, 100), where);
  return { version, typ: root.name.slice(-4), root };
}

/** Name of the type of a message's root element. */
export function rootType(opened: Opened): { table: Table; type: string } {
  const table = tableOf(opened.version);
  return { table, type: table.roots.get(opened.root.name) ?? '' };
}
