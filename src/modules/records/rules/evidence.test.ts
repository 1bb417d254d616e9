// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultAlgorithms } from '@fachwerk/evidence-record';
import { daysAfter, evidenceState, nextDigest, renewalNow, separate } from './evidence.ts';

const stamp = { digest: 'sha256', validUntil: new Date('2031-06-30T10:00:00Z'), keyKind: 'ec', keyBits: 256 } as const;
const ending = { ...defaultAlgorithms, digests: { ...defaultAlgorithms.digests, sha256: '2029-12-31' } };

test('a renewal begins ninety days before the first end, and not sooner', () => {
  const cases: [string, ReturnType<typeof renewalNow>][] = [
    ['2031-03-31', undefined],
    ['2031-04-01', 'stamp'],
    ['2032-01-01', 'stamp'],
  ];
  for (const [today, kind] of cases) assert.equal(renewalNow(stamp, today), kind, today);
  assert.equal(renewalNow(stamp, '2029-10-01', ending), undefined);
  assert.equal(renewalNow(stamp, '2029-10-02', ending), 'tree', 'a digest that ends needs a new tree');
});

test('the next digest lasts five years', () => {
  assert.equal(nextDigest('2026-11-30'), 'sha256');
  assert.equal(nextDigest('2026-11-30', ending), 'sha512');
});

test('the state is late on the third day without a stamp', () => {
  const facts = { configured: true, batches: 3, waiting: 1, waitingSince: '2026-11-20', today: '2026-11-22' };
  assert.equal(evidenceState(facts), 'waiting');
  assert.equal(evidenceState({ ...facts, today: '2026-11-23' }), 'late');
  assert.equal(evidenceState({ ...facts, waiting: 0, waitingSince: null }), 'secured');
  assert.equal(evidenceState({ ...facts, batches: 0, waiting: 0 }), 'empty');
  assert.equal(evidenceState({ ...facts, configured: false }), 'off');
});

test('digests in a row come apart by their length; days go over the end of a year', () => {
  assert.deepEqual(separate(new Uint8Array(96), 'sha256').length, 3);
  assert.deepEqual(separate(new Uint8Array(), 'sha512'), []);
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
});
