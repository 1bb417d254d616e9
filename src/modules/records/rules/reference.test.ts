// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseTemplate, sortKeyOf, writeReference } from './reference.ts';

describe('a reference', () => {
  for (const [template, parts, expected] of [
    ['{plan.code}-{file.seq:4}', { plan: '32.11', fileNo: 42 }, '32.11-0042'],
    ['{file}#{case.seq}', { file: '32.11-0042', caseNo: 3 }, '32.11-0042#3'],
    ['{unit} – {case}', { unit: '32.1', case: '32.11-0042#3' }, '32.1 – 32.11-0042#3'],
    ['{plan.code}/{YYYY}/{file.seq}', { plan: '10.05', year: 2026, fileNo: 7 }, '10.05/2026/7'],
    ['Az. {plan.code}-{file.seq:4}', { plan: '0', fileNo: 12345 }, 'Az. 0-12345'],
  ] as const) {
    test(`after the template ${template} reads ${expected}`, () => assert.equal(writeReference(template, parts), expected));
  }

  for (const template of ['{plan}', '{file.seq', 'file.seq}', '{file.seq:99}', '{file.seq:x}', '{}']) {
    test(`has no template ${template}`, () => assert.equal(parseTemplate(template), undefined));
  }

  test('is not written while a part is missing', () => {
    assert.throws(() => writeReference('{unit}-{file.seq}', { fileNo: 1 }));
  });

  test('sorts as people count: 32.9 before 32.10, #2 before #10', () => {
    const mixed = ['32.10-0001', '32.9-0002#10', '32.9-0002#2'];
    assert.deepEqual(
      mixed.toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1)),
      ['32.9-0002#2', '32.9-0002#10', '32.10-0001'],
    );
  });
});
