// SPDX-License-Identifier: EUPL-1.2
import { table as v230 } from '../data/v2-3-0.ts';
import { table as v240 } from '../data/v2-4-0.ts';
import { table as v300 } from '../data/v3-0-0.ts';
import { table as v310 } from '../data/v3-1-0.ts';
import { table as v400 } from '../data/v4-0-0.ts';
import { parseTable, type Table } from './table.ts';

const texts = { '2.3.0': v230, '2.4.0': v240, '3.0.0': v300, '3.1.0': v310, '4.0.0': v400 } as const;

/** A version of the standard that this package knows. */
export type Version = keyof typeof texts;

/** All versions, oldest first. */
export const versions = Object.keys(texts) as readonly Version[];

const parsed = new Map<Version, Table>();

/** The table of a version; parsed when it is first asked for. */
export function tableOf(version: Version): Table {
  const known = parsed.get(version);
  if (known !== undefined) return known;
  const table = parseTable(version, texts[version]);
  parsed.set(version, table);
  return table;
}

/** The version whose namespace this is, if we know it. */
export function versionOfNamespace(uri: string): Version | undefined {
  return versions.find((version) => uri === `urn:xoev-de:xdomea:schema:${version}`);
}

/** Numbers of the messages that a version has, such as `0501`. */
export function messagesOf(version: Version): readonly string[] {
  return [...tableOf(version).messages.keys()].sort();
}
