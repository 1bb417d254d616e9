// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readSearch } from './search-words.ts';

const nothing = { words: [], without: [], kinds: [], plan: [], unitCodes: [], since: undefined, until: undefined };

describe('the search understands', () => {
  for (const [typed, expected] of [
    ['anker stellplatz', { words: ['anker', 'stellplatz'] }],
    ['„Zum Anker“, Uferstraße 4', { words: ['Zum', 'Anker', 'Uferstraße', '4'] }],
    ['gebühr -mahnung', { words: ['gebühr'], without: ['mahnung'] }],
    ['plan:32.11 amt:32 art:vorgang', { plan: ['32.11'], unitCodes: ['32'], kinds: ['case'] }],
    ['lärm seit:2024 bis:12.2025', { words: ['lärm'], since: '2024-01-01', until: '2025-12-31' }],
    ['bis:2.2024', { until: '2024-02-29' }],
    ['seit:31.2.2024', {}],
    ['seit:2024-03-05', { since: '2024-03-05' }],
    ['32.11-0042#3', { words: ['32.11-0042#3'] }],
    ['a:b http://x', { words: ['a', 'b', 'http', 'x'] }],
    ['', {}],
  ] as const) {
    test(`„${typed}“`, () => assert.deepEqual(readSearch(typed), { ...nothing, ...expected }));
  }

  test('anything without failing, and never too much of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1000 }), (typed) => {
        assert.ok(readSearch(typed).words.length <= 12);
      }),
    );
  });
});
