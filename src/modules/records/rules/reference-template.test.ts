// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counterOf } from './reference.ts';
import { mayUseTemplate } from './reference-template.ts';

describe('a template for references', () => {
  for (const [kind, template, reason] of [
    ['file', '{plan.code}-{file.seq:4}', undefined],
    ['file', 'Az. {plan.code} - {file.seq}', undefined],
    ['file', '{plan.code}/{YYYY}/{file.seq:3:year}', undefined],
    ['file', '{unit} {file.seq:4:unit}', undefined],
    ['case', '{file}#{case.seq}', undefined],
    ['case', '{file}/{YYYY}-{case.seq:2}', undefined],
    ['document', '{unit} – {case}', undefined],
    ['document', '{case}, Bl. {doc.seq}', undefined],
    ['file', '{plan.code}-{file.seq', 'malformed'],
    ['file', '', 'missing'],
    ['file', '{plan.code}-{file.seq:4:month}', 'malformed'],
    ['file', `{plan.code}-{file.seq}${' '.repeat(80)}`, 'malformed'],
    ['file', '{plan.code}-{case.seq}', 'foreign-slot'],
    ['file', '{plan.code}', 'missing'],
    ['file', '{YYYY}-{file.seq}', 'missing'],
    ['file', '{plan.code}-{file.seq:4:year}', 'missing'],
    ['file', '{plan.code}-{file.seq:4:unit}', 'missing'],
    ['file', '{plan.code}-{file.seq}-{file.seq}', 'twice'],
    ['file', '{plan.code}{file.seq:4}', 'touching'],
    ['file', '{plan.code}A{file.seq:4}', 'touching'],
    ['case', '{case.seq}', 'missing'],
    ['case', '{file}', 'missing'],
    ['document', '{unit}', 'missing'],
  ] as const) {
    test(`for a ${kind} „${template.trim()}“ ${reason === undefined ? 'may be used' : `is refused: ${reason}`}`, () => {
      assert.equal(mayUseTemplate(kind, template)?.reason, reason === undefined ? undefined : `records.template.${reason}`);
    });
  }

  test('says within what it counts', () => {
    const place = { planUnit: 'p', leadUnit: 'u', year: 2026 };
    assert.equal(counterOf('{plan.code}-{file.seq:4}', place), 'file:p');
    assert.equal(counterOf('{plan.code}/{YYYY}/{file.seq:3:year}', place), 'file:p:2026');
    assert.equal(counterOf('{unit} {file.seq:4:unit}', place), 'file:unit:u');
  });
});
