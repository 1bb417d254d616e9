// SPDX-License-Identifier: EUPL-1.2
import { readTree } from '../src/binding/read.ts';
import { fixture } from '../src/fixtures.ts';
import type { SyntaxFamily } from '../src/rules/rule.ts';
import { writeInvoice } from '../src/write/write.ts';
import { parseXml } from '../src/xml/parse.ts';
import { type Case, cases } from './cases.ts';
import { apply, type Change } from './change.ts';

/** A case written out in one syntax: the document that fulfils the rule and the one that violates it. */
export interface Expanded {
  readonly rule: string;
  readonly family: SyntaxFamily;
  readonly green: string;
  readonly red: string;
}

function written(family: SyntaxFamily, changes: readonly Change[]): string {
  const invoice = readTree(parseXml(fixture(family)).root);
  for (const change of changes) apply(invoice, change);
  return writeInvoice(invoice);
}

/** Writes out a case. */
export function expand({ rule, given, fault }: Case, family: SyntaxFamily): Expanded {
  return { rule, family, green: written(family, given), red: written(family, [...given, ...fault]) };
}

/** Writes out all cases in both syntaxes. */
export function expandAll(): Expanded[] {
  const families: readonly SyntaxFamily[] = ['ubl', 'cii'];
  return cases.flatMap((each) =>
    families.filter((family) => each.only === undefined || each.only === family).map((family) => expand(each, family)),
  );
}
