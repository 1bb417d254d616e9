// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayAct } from './acting.ts';

describe('an act in a file is right', () => {
  for (const [when, acting, reason] of [
    ['in the name in which one acts', { now: true, own: false }, undefined],
    ['not for another when one could do it oneself', { now: false, own: true }, 'people.acting.stop-representing'],
    [
      'not in one’s own name when only a substitution allows it',
      { now: false, own: false, lender: 'A' },
      'people.acting.represent-first',
    ],
    ['not for who may only read', { now: false, own: false }, 'records.open-case.read-only'],
  ] as const) {
    test(when, () => assert.equal(mayAct(acting)?.reason, reason));
  }
});
