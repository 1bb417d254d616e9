// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareLimits, compareTexts, type Run, showComparison, wordsOf } from './compare-text.ts';

const side = (runs: readonly Run[], without: Run['kind']) =>
  runs.filter(({ kind }) => kind !== without).flatMap(({ words }) => words);
const told = (older: string, newer: string) =>
  compareTexts(older, newer).runs.map(({ kind, words }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${words.join(' ')}`);

describe('two texts compared', () => {
  test('as a clerk would mark it', () => {
    const cases: [string, string, string[]][] = [
      ['Die Erlaubnis wird erteilt.', 'Die Erlaubnis wird erteilt.', ['=Die Erlaubnis wird erteilt.']],
      ['Die Erlaubnis wird erteilt.', 'Die Erlaubnis wird versagt.', ['=Die Erlaubnis wird', '-erteilt.', '+versagt.']],
      ['bis 1. März', 'spätestens bis 15. März 2027', ['+spätestens', '=bis', '-1.', '+15.', '=März', '+2027']],
      ['', 'Neu', ['+Neu']],
      ['Alt', '', ['-Alt']],
      ['', '', []],
      ['ein   Wort\n\nmehr', 'ein Wort mehr', ['=ein Wort mehr']],
      ['a b c d', 'x y', ['-a b c d', '+x y']],
    ];
    for (const [older, newer, expected] of cases) assert.deepEqual(told(older, newer), expected, `${older} → ${newer}`);
  });

  test('each side comes back whole, and no shorter list of changes exists', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), fc.array(word, { maxLength: 14 }), (a, b) => {
        const { runs } = compareTexts(a.join(' '), b.join(' '));
        assert.deepEqual(side(runs, 'new'), a);
        assert.deepEqual(side(runs, 'gone'), b);
        const same = runs.filter(({ kind }) => kind === 'same').reduce((sum, { words }) => sum + words.length, 0);
        assert.equal(same, longestCommon(a, b));
      }),
      { numRuns: 400 },
    );
  });

  test('long texts are compared in time, quite different ones coarsely and whole', () => {
    const long = Array.from({ length: 50_000 }, (_, n) => `Wort${n % 997}`);
    const began = performance.now();
    const close = compareTexts(long.join(' '), [...long.slice(0, 20_000), 'neu', ...long.slice(20_003)].join(' '));
    assert.equal(close.coarse, false);
    const strange = compareTexts(long.join(' '), long.map((word) => `${word}x`).join(' '));
    assert.equal(strange.coarse, true);
    assert.equal(side(strange.runs, 'new').length, 50_000);
    assert.ok(performance.now() - began < 10_000);
    assert.equal(wordsOf('x '.repeat(100_000)).length, compareLimits.words);
  });

  test('what is read: numbered changes, replaced words together, long equal parts shortened', () => {
    const middle = Array.from({ length: 200 }, (_, n) => `w${n}`).join(' ');
    const shown = showComparison(compareTexts(`alt ${middle} ende`, `neu ${middle} ende mehr`));
    assert.deepEqual(
      shown.map((one) => (one.kind === 'change' ? [one.no, one.gone, one.new] : one.after.split(' ').length)),
      [[1, 'alt', 'neu'], 40, [2, '', 'mehr']],
    );
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j]!;
      row[j] = word === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}
