// SPDX-License-Identifier: EUPL-1.2
// A folder of vectors of any origin: records, the data that belong to them, and how each should be decided.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { toHex } from '../src/bytes.ts';
import { readRecord } from '../src/record/record.ts';
import type { DataObject } from '../src/verify/data.ts';
import type { ErrorKey } from '../src/verify/finding.ts';
import { type Expectation, knownVectors } from './vectors.ts';

/** A record to be decided. `data` undefined: no file beside it fits. */
export interface Vector {
  readonly name: string;
  readonly record: Uint8Array;
  readonly data: readonly DataObject[] | undefined;
  readonly group: boolean;
  /** Whether it must hold; `because`: the contradiction that must be found, where it is known. */
  readonly holds: boolean;
  readonly because: ErrorKey | undefined;
}

/** Everything below a folder. */
export interface Material {
  readonly vectors: readonly Vector[];
  /** Files that are no records and must be refused as such. */
  readonly strangers: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Records in XML (RFC 6283), which nobody reads here. */
  readonly xml: number;
}

const RECORD = /\.(ers?|asn1)$/i;
const MAX_FILE = 16 * 1024 * 1024;

/** Reads a folder and all below it. `vectors.json` in a folder may say what belongs to its records: {"name": {"data": ["file"], "group": true, "broken": "root-differs"}}. */
export function readMaterial(folder: string): Material {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= MAX_FILE)
    .sort();
  const records = files.filter((file) => RECORD.test(file));
  const others = files.filter((file) => !RECORD.test(file) && !/\.(xml|md|json|txt)$/i.test(file));
  return {
    vectors: records.map((file) => vectorOf(file, folder, others)),
    strangers: others.map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) })),
    xml: files.filter((file) => /\.xml$/i.test(file)).length,
  };
}

function vectorOf(file: string, root: string, others: readonly string[]): Vector {
  const folder = path.dirname(file);
  const stated = statedIn(folder)[path.basename(file)] ?? knownVectors[path.basename(file)];
  const record = readFileSync(file);
  const named = /invalid|malformed|broken|tampered|manipulated|corrupt|wrong/i.test(path.basename(file));
  return {
    name: path.relative(root, file),
    record,
    data: stated?.data
      ? stated.data.map((each) => (typeof each === 'string' ? { bytes: readFileSync(path.join(folder, each)) } : each))
      : fitting(file, record, others),
    group: stated?.group ?? false,
    holds: stated ? stated.broken === undefined : !named,
    because: stated?.broken,
  };
}

function statedIn(folder: string): Readonly<Record<string, Expectation>> {
  const file = path.join(folder, 'vectors.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Expectation>) : {};
}

/** Files whose digest the record's first list names; else those that bear its name, which then do not fit. */
function fitting(file: string, record: Uint8Array, others: readonly string[]): DataObject[] | undefined {
  const stem = path.basename(file).replace(/(_ER)?\.\w+$/i, '');
  const near = others.filter((other) => path.dirname(other) === path.dirname(file));
  const named = near.filter((other) => isNamed(path.basename(other), stem));
  const covered = (list: readonly string[]) => list.filter((other) => isCovered(readFileSync(other), record));
  const found = [covered(named), covered(near), named].find((list) => list.length > 0);
  return found?.map((other) => ({ bytes: readFileSync(other) }));
}

/** `ER-2.bin`, `ER-2_1.bin` … belong to the stem `ER-2`. */
function isNamed(name: string, stem: string): boolean {
  return name.startsWith(stem) && /^[-_]?\d*\./.test(name.slice(stem.length));
}

function isCovered(data: Uint8Array, record: Uint8Array): boolean {
  try {
    const { tree, stamp, digest } = readRecord(record).chains[0]![0]!;
    const hash = createHash(digest).update(data).digest('hex');
    return (tree?.[0] ?? [stamp.imprint.hash]).some((each) => toHex(each) === hash);
  } catch {
    return false; // what cannot be read is decided by the verification
  }
}
