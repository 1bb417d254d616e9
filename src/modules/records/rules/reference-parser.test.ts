// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { writeReference } from './reference.ts';
import { findReferences, lookupKey, type ReferenceTemplates } from './reference-parser.ts';

const usual: ReferenceTemplates = { file: ['{plan.code}-{file.seq:4}'], case: ['{file}#{case.seq}'] };
const find = (text: string, templates = usual) => findReferences(text, templates).map(({ reference }) => reference);

describe('a reference is found', () => {
  for (const [how, text, expected] of [
    ['as we write it', 'Ihr Zeichen: 32.11-0042#3', ['32.11-0042#3']],
    ['of a file alone', 'in der Akte 32.11-0042 vom 3. März', ['32.11-0042']],
    ['without padding', '32.11-42#3', ['32.11-0042#3']],
    ['with blanks around the signs', '32.11 - 0042 # 3', ['32.11-0042#3']],
    ['with a dash from a word processor', '32.11–0042#3 und 32.12—0007', ['32.11-0042#3', '32.12-0007']],
    ['with a slash for the number sign', '32.11-0042/3', ['32.11-0042#3']],
    ['broken over a line', '32.11-\n0042#3', ['32.11-0042#3']],
    ['at the end of a sentence', 'Siehe 32.11-0042#3.', ['32.11-0042#3']],
    ['in brackets', '(32.11-0042#3)', ['32.11-0042#3']],
    ['once, however often it stands there', '32.11-0042#3, 32.11-42#3', ['32.11-0042#3']],
    ['as a scanner reads zeros and ones', '32.11-OO42#l', ['32.11-0042#1']],
    ['behind the sign of a unit', '32.1 – 32.11-0042#3', ['32.11-0042#3']],
    ['several in one letter', 'Zu 32.11-0042#3 und 10.05-0001#12:', ['32.11-0042#3', '10.05-0001#12']],
    ['not in a telephone number', 'Tel. 02932 201-4711a', []],
    ['not in the middle of a longer number', '32.11-0042.7', []],
    ['not in plain words', 'Sehr geehrte Frau O-Il, lol-ol', []],
    ['not when there is none', '', []],
  ] as const) {
    test(how, () => assert.deepEqual(find(text), expected));
  }

  test('after other templates, also former ones', () => {
    const templates = {
      file: ['{unit}/{YYYY}/{file.seq:3:unit}', 'Az. {plan.code}-{file.seq:4}'],
      case: ['{file}, Vorgang {case.seq}'],
    };
    assert.deepEqual(find('VI-2/2026/17, Vorgang 4 (früher Az. 32.11-42)', templates), [
      'VI-2/2026/017, Vorgang 4',
      'Az. 32.11-0042',
    ]);
  });

  test('with its place, its file and its kind', () => {
    assert.deepEqual(findReferences('zu 32.11-42#3', usual), [
      { kind: 'case', reference: '32.11-0042#3', file: '32.11-0042', at: 3, length: 10 },
    ]);
  });

  test('always, once the template has written it', () => {
    const code = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 }).map((steps) => steps.join('.'));
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(code, number, number, fc.constantFrom('', 'Ihr Zeichen ', '('), (plan, fileNo, caseNo, before) => {
        const file = writeReference(usual.file[0]!, { plan, fileNo });
        const reference = writeReference(usual.case[0]!, { file, caseNo });
        assert.deepEqual(find(`${before}${reference} vom 1.2.`), [reference]);
      }),
    );
  });

  test('in no more time than reading takes, whatever the text', () => {
    const hostile = [
      '1.'.repeat(100_000),
      '1-'.repeat(100_000),
      `${'1'.repeat(6)}.`.repeat(20_000),
      ' '.repeat(200_000),
      'O'.repeat(200_000),
      '-0/II'.repeat(40_000),
    ];
    for (const text of hostile) {
      const begin = performance.now();
      findReferences(text, usual);
      assert.ok(performance.now() - begin < 1_500, text.slice(0, 6));
    }
  });
});

describe('an old reference is compared', () => {
  for (const [one, other] of [
    ['32.11 - 0042', '32.11-42'],
    ['M/RS 21/135.20-20', 'm/rs21#135.20–20'],
    ['Az 007', 'az7'],
  ] as const) {
    test(`${one} like ${other}`, () => assert.equal(lookupKey(one), lookupKey(other)));
  }

  test('but 100 is not 1', () => assert.notEqual(lookupKey('32-100'), lookupKey('32-1')));
});
