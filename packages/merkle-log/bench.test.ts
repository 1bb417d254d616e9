// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchMerkleLog } from './bench.ts';

test('100,000 entries are verified offline in seconds and in bounded memory', async () => {
  const figures = await benchMerkleLog({ quick: true });
  const [leaves, seconds, megabytes] = figures.map(({ value }) => value) as [number, number, number];
  assert.ok(leaves > 20_000, `${leaves} leaves/s`);
  // About one second on an idle machine; only a check that has become tenfold slower may fail here, not a busy machine.
  assert.ok(seconds < 15, `${seconds} s`);
  assert.ok(megabytes < 200, `${megabytes} MB`);
});
