// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { higherOf, mayClassifyFile } from './classification.ts';

describe('the grade of secrecy of a file', () => {
  for (const [what, now, wanted, below, reason] of [
    ['rises', 'open', 'nfd', 'open', undefined],
    ['rises to that of its highest document', 'open', 'secret', 'secret', undefined],
    ['falls as far as its documents allow', 'secret', 'nfd', 'nfd', undefined],
    ['does not fall below a document', 'secret', 'nfd', 'confidential', 'records.classify.lower-than-contents'],
    ['does not stay', 'nfd', 'nfd', 'open', 'records.nothing-changed'],
  ] as const) {
    test(what, () => assert.equal(mayClassifyFile(now, wanted, below)?.reason, reason));
  }

  test('is the higher of two', () => {
    assert.equal(higherOf('nfd', 'confidential'), 'confidential');
    assert.equal(higherOf('top-secret', 'secret'), 'top-secret');
    assert.equal(higherOf('open', 'open'), 'open');
  });
});
