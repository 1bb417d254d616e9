// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDateInput, showDateInput } from './date-input.ts';

test('a date may be written as on paper, short, with slashes or as ISO 8601', () => {
  for (const typed of [
    '3.12.2026',
    '03.12.2026',
    ' 3. 12. 2026 ',
    '3.12.26',
    '3/12/2026',
    '3 12 2026',
    '2026-12-03',
    '2026-12-3',
  ])
    assert.deepEqual(readDateInput(typed), { kind: 'date', iso: '2026-12-03' }, typed);
  assert.deepEqual(readDateInput('1.2.98'), { kind: 'date', iso: '1998-02-01' });
});

test('an empty field is no error, a day that does not exist is named', () => {
  assert.deepEqual(readDateInput('  '), { kind: 'empty' });
  assert.deepEqual(readDateInput('31.11.2026'), { kind: 'wrong', why: 'none', typed: '31.11.2026' });
  assert.deepEqual(readDateInput('29.2.2023'), { kind: 'wrong', why: 'none', typed: '29.2.2023' });
  assert.deepEqual(readDateInput('29.2.2024'), { kind: 'date', iso: '2024-02-29' });
  assert.deepEqual(readDateInput('29.2.1900'), { kind: 'wrong', why: 'none', typed: '29.2.1900' });
  for (const typed of ['morgen', '3.12.', '12-2026', '3.12.20267', '20261203'])
    assert.deepEqual(readDateInput(typed), { kind: 'wrong', why: 'form' }, typed);
});

test('every day that is shown can be read back', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      assert.deepEqual(readDateInput(showDateInput(iso)), { kind: 'date', iso });
    }),
  );
});
