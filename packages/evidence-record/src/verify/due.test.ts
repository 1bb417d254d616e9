// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultAlgorithms } from '../algorithms.ts';
import { type LastStamp, renewalDue } from './due.ts';

const ec = { kind: 'ec', bits: 256 } as const;
const until = (day: string) => new Date(`${day}T10:00:00Z`);

test('what must be renewed first, and how', () => {
  const ending = { ...defaultAlgorithms, digests: { ...defaultAlgorithms.digests, sha256: '2029-12-31' } };
  const cases: [about: string, last: LastStamp, list: typeof ending, due: string][] = [
    ['certificate', { digest: 'sha512', validUntil: until('2031-03-04'), key: ec }, ending, 'stamp certificate 2031-03-04'],
    ['digest before it', { digest: 'sha256', validUntil: until('2031-03-04'), key: ec }, ending, 'tree digest 2029-12-31'],
    [
      'certificate before digest',
      { digest: 'sha256', validUntil: until('2028-03-04'), key: ec },
      ending,
      'stamp certificate 2028-03-04',
    ],
    [
      'short key',
      { digest: 'sha512', validUntil: until('2031-03-04'), key: { kind: 'rsa', bits: 2048 } },
      ending,
      'stamp key 2025-12-31',
    ],
    [
      'key that never counted',
      { digest: 'sha512', validUntil: until('2031-03-04'), key: { kind: 'rsa', bits: 512 } },
      ending,
      'stamp key 0000-01-01',
    ],
    ['same day: the tree', { digest: 'sha256', validUntil: until('2029-12-31'), key: ec }, ending, 'tree digest 2029-12-31'],
  ];
  for (const [about, last, list, due] of cases) {
    const found = renewalDue(last, list);
    assert.equal(`${found?.kind} ${found?.because} ${found?.by}`, due, about);
  }
});
