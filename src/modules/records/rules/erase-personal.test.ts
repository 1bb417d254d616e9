// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ERASURE_ACT } from '@fachwerk/merkle-log';
import { mayErase } from './erase-personal.ts';

const history = [
  { no: 1, seq: 7, act: 'records.file-opened', erased: false },
  { no: 2, seq: 9, act: 'records.contact-added', erased: true },
  { no: 3, seq: 12, act: ERASURE_ACT, erased: false },
];

describe('the personal part of an entry', () => {
  for (const [what, wanted, reason] of [
    ['is erased', [1], undefined],
    ['is not erased twice', [1, 2], 'records.erase-personal.erased-already'],
    ['stays where it accounts for an erasure', [3], 'records.erase-personal.accounts-for'],
    ['is erased only of entries of this file that stand in the tree', [4], 'records.erase-personal.no-entry'],
  ] as const) {
    test(what, () => assert.equal(mayErase(wanted, history)?.reason, reason));
  }
});
