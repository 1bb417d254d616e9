// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchMerkleLog } from './bench.ts';

test('100,000 entries are verified offline in seconds and in bounded memory', async () => {
  const figures = await benchMerkleLog({ quick: true });
  const [leaves, seconds, megabytes] = figures.map(({ value }) => value) as [number, number, number];
  assert.ok(leaves > 50_000, `${leaves} leaves/s`);
  // A tenth of the million's 15 seconds, with room for a machine that does something else as well.
  assert.ok(seconds < 6, `${seconds} s`);
  assert.ok(megabytes < 200, `${megabytes} MB`);
});
