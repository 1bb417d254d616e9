// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, compare, equal, formatDecimal, multiply, negate, parseDecimal, round, subtract, sum } from './decimal.ts';

const of = (text: string) => parseDecimal(text) as NonNullable<ReturnType<typeof parseDecimal>>;

test('ten cents and twenty cents are exactly thirty cents', () => {
  assert.ok(equal(add(of('0.1'), of('0.2')), of('0.30')));
});

test('a half cent is rounded up, also below zero, as the validation rules do', () => {
  const cases = [
    ['2.345', '2.35'],
    ['-2.345', '-2.34'],
    ['-2.346', '-2.35'],
    ['1.005', '1.01'],
    ['-0.005', '0'],
    ['7', '7'],
    ['7.1', '7.1'],
  ];
  for (const [given, wanted] of cases) assert.equal(formatDecimal(round(of(given!))), wanted, given);
});

test('what is no decimal is refused: exponents, commas, words, numerals of absurd length', () => {
  for (const text of ['', '.', '1e3', '1,5', 'NaN', 'INF', '--1', '1.2.3', '9'.repeat(61)])
    assert.equal(parseDecimal(text), undefined, text);
});

test('white space around an amount and a missing leading zero are read', () => {
  assert.equal(formatDecimal(of(' \n 12.50 ')), '12.5');
  assert.equal(formatDecimal(of('.5'), 2), '0.50');
  assert.equal(formatDecimal(of('-.5')), '-0.5');
  assert.equal(formatDecimal(of('+3.')), '3');
});

const amounts = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat(6)).map(([units, scale]) => ({ units, scale }));

test('sums do not depend on their order', () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 30 }), (list) => {
      assert.ok(equal(sum(list), sum([...list].reverse())));
    }),
  );
});

test('subtracting what was added gives the old amount, and products distribute over sums', () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (a, b, c) => {
      assert.ok(equal(subtract(add(a, b), b), a));
      assert.ok(equal(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))));
    }),
  );
});

test('rounding never moves an amount by more than half a cent and is stable', () => {
  fc.assert(
    fc.property(amounts, (a) => {
      const rounded = round(a);
      const distance = subtract(rounded, a);
      assert.ok(compare(distance, of('0.005')) <= 0 && compare(distance, negate(of('0.005'))) > 0);
      assert.ok(equal(round(rounded), rounded));
    }),
  );
});

test('a formatted decimal reads back as the same number', () => {
  fc.assert(fc.property(amounts, (a) => assert.ok(equal(of(formatDecimal(a)), a))));
});
