// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainRetention, freeFrom, type RetentionStep, resolveRetention, retainUntil } from './retention.ts';

const step = (code: string, more: Partial<RetentionStep> = {}): RetentionStep => ({
  code,
  years: null,
  permanent: false,
  disposal: null,
  needsContact: false,
  ...more,
});

describe('retention counts from the end of the year of z.d.A.', () => {
  for (const [filedOn, years, until, free] of [
    ['2013-01-03', 10, '2023-12-31', '2024-01-01'],
    ['2013-12-31', 10, '2023-12-31', '2024-01-01'],
    ['2024-02-29', 1, '2025-12-31', '2026-01-01'],
    ['2026-11-24', 0, '2026-12-31', '2027-01-01'],
    ['2026-11-24', 100, '2126-12-31', '2127-01-01'],
  ] as const) {
    test(`filed ${filedOn}, ${years} years: kept until ${until}, free from ${free}`, () => {
      assert.deepEqual([retainUntil(filedOn, years), freeFrom(filedOn, years)], [until, free]);
    });
  }
});

describe('a unit of the plan', () => {
  for (const [what, path, code, key, values] of [
    [
      'says itself how long',
      [step('32.11', { years: 10 }), step('32', { years: 6 })],
      '32.11',
      'years-own',
      { n: 10, code: '32.11' },
    ],
    [
      'inherits from the nearest unit above that says something',
      [step('32.11.1'), step('32.11', { years: 10 }), step('32', { years: 6 })],
      '32.11.1',
      'years-inherited',
      { n: 10, code: '32.11' },
    ],
    [
      'keeps for ever, which wins over its own years',
      [step('0', { years: 3, permanent: true })],
      '0',
      'permanent-own',
      { code: '0' },
    ],
    ['inherits keeping for ever', [step('01'), step('0', { permanent: true })], '01', 'permanent-inherited', { code: '0' }],
    [
      'keeps no year at all',
      [step('32.11', { years: 0 }), step('32', { years: 6 })],
      '32.11',
      'years-own',
      { n: 0, code: '32.11' },
    ],
    ['is unresolved when nobody says anything', [step('32.11'), step('32')], '32.11', 'unresolved', { code: '32.11' }],
  ] as const) {
    test(what, () => {
      assert.deepEqual(explainRetention(resolveRetention(path), code), { key: `records.keeps.${key}`, values });
    });
  }

  test('inherits the disposal type from another unit than the years', () => {
    const resolved = resolveRetention([step('32.11'), step('32', { years: 6 }), step('3', { years: 2, disposal: 'B' })]);
    assert.deepEqual([resolved.retention, resolved.retentionFrom, resolved.disposal, resolved.disposalFrom], [6, '32', 'B', '3']);
  });

  test('needs contacts when any unit above asks for them', () => {
    assert.equal(resolveRetention([step('32.11'), step('32', { needsContact: true })]).needsContact, true);
    assert.equal(resolveRetention([step('32.11'), step('32')]).needsContact, false);
  });
});
