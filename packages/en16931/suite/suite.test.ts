// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTree } from '../src/check.ts';
import { businessRules } from '../src/rules/catalogue.ts';
import { parseXml } from '../src/xml/parse.ts';
import { unviolable } from './cases.ts';
import { expandAll } from './expand.ts';

function violated(text: string): Set<string> {
  return new Set(checkTree(parseXml(text).root).violations.map((violation) => violation.rule));
}

const expanded = expandAll();

test('each case is green before its fault and red after it, in both syntaxes', () => {
  for (const { rule, family, green, red } of expanded) {
    assert.ok(!violated(green).has(rule), `${rule} is violated before the fault (${family})`);
    assert.ok(violated(red).has(rule), `${rule} is not violated by the fault (${family})`);
  }
});

test('each of the 223 business rules has a red and a green case in UBL and in CII, but for four that only a person can judge', () => {
  const ids = businessRules.map((rule) => rule.id);
  assert.equal(ids.length, 223);
  for (const family of ['ubl', 'cii'] as const) {
    const covered = new Set(expanded.filter((each) => each.family === family).map((each) => each.rule));
    assert.deepEqual(
      ids.filter((id) => !covered.has(id) && !unviolable.has(id)),
      [],
      family,
    );
  }
});
