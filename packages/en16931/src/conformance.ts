// SPDX-License-Identifier: EUPL-1.2
// A developer's tool, the one file here that reads from disk besides the command line. `npm run conformance -- einvoice [DIR]` calls it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Checked, type CheckOptions, checkTree } from './check.ts';
import { compareWithOracle, compareWithStatement, type Row } from './conformance/compare.ts';
import { parseTable } from './conformance/table.ts';
import type { XmlElement } from './xml/element.ts';
import { decode } from './xml/decode.ts';
import { parseXml, usualLimits } from './xml/parse.ts';

/** How many cases agreed, how many did not, and every difference in one line each. */
export interface ConformanceResult {
  readonly passed: number;
  readonly failed: number;
  readonly differences: string[];
}

/** In the quick form every so many cases are asked. */
const quickStep = 7;
/** The official tests carry processing instructions; they are skipped here and refused in invoices. */
const testLimits = { ...usualLimits, skipInstructions: true };

async function rowsOf(dir: string, name: string): Promise<Row[]> {
  try {
    return parseTable(await readFile(path.join(dir, name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** In a set of unit tests `test=3` names the third one; the invoice is the element beside its statements. */
function fragment(root: XmlElement, name: string): XmlElement | undefined {
  if (root.local !== 'testSet') return root;
  const number = Number(/^test=(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  const tests = root.children.filter((child) => child.local === 'test');
  return tests[number - 1]?.children.find((child) => child.local !== 'assert');
}

/** Statements about German rules hold for whatever the invoice announces: one of them is about a wrong announcement. */
function demandOf(row: Row): CheckOptions {
  const german = /\b(BR-DE|BR-TMP|PEPPOL)/.test(`${row['violated']} ${row['ok']}`);
  return german && !/xrechnung/i.test(row['profile'] ?? '') ? { demand: 'xrechnung' } : {};
}

async function checkFile(dir: string, row: Row): Promise<Checked | string> {
  try {
    const { root } = parseXml(decode(await readFile(path.join(dir, row['path'] ?? ''))), testLimits);
    const element = fragment(root, row['frag'] ?? '');
    return element === undefined ? `no fragment ${row['frag']}` : checkTree(element, demandOf(row));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isStated(row: Row): boolean {
  return row['verified'] === 'yes' && ((row['violated'] ?? '') !== '' || (row['ok'] ?? '') !== '');
}

/**
 * Runs the rules over a folder that has `oracle.tsv` and `index.tsv` and compares the rule ids row by row.
 * `quick` takes every seventh row. Throws if the folder has neither table.
 */
export async function conformance(dir: string, options: { readonly quick?: boolean } = {}): Promise<ConformanceResult> {
  const oracle = (await rowsOf(dir, 'oracle.tsv')).map((row) => ({ row, compare: compareWithOracle }));
  const listed = await rowsOf(dir, 'index.tsv');
  const index = listed.filter(isStated).map((row) => ({ row, compare: compareWithStatement }));
  const cases = [...oracle, ...index].filter((_each, position) => options.quick !== true || position % quickStep === 0);
  if (oracle.length + listed.length === 0) throw new Error(`${dir} has neither oracle.tsv nor index.tsv`);
  if (cases.length === 0) throw new Error(`${dir}: no row of index.tsv is verified and states a rule; nothing can be compared`);
  let passed = 0;
  const differences: string[] = [];
  for (const { row, compare } of cases) {
    const checked = await checkFile(dir, row);
    const found = typeof checked === 'string' ? [checked] : compare(row, checked);
    if (found.length === 0) passed += 1;
    else differences.push(`${row['path']}${row['frag'] ? ` ${row['frag']}` : ''}: ${found.join('; ')}`);
  }
  return { passed, failed: differences.length, differences };
}
