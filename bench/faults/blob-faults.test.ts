// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blobBitRot } from './blob-bit-rot.ts';
import { blobDiskFull } from './blob-disk-full.ts';
import { faultPoints, injectionOf } from './blob-points.ts';
import type { FaultResult } from './result.ts';

function assertProven({ failed, passed, detail, mutant, skipped }: FaultResult): void {
  if (skipped !== undefined) {
    console.log(`ÜBERSPRUNGEN: ${skipped}`);
    return;
  }
  assert.equal(failed, 0, detail);
  assert.ok(passed > 0);
  assert.ok(mutant.caught, `the test has no teeth: ${mutant.detail}`);
}

test('a full disk tears nothing, loses nothing, and the store comes back by itself', async () => {
  assertProven(await blobDiskFull());
});

test('every flipped byte is found and none is served', async () => {
  assertProven(await blobBitRot({ quick: true }));
});

test('calls are counted per thread, as strace counts them, and only those on the store are hit', () => {
  const trace = [
    'strace: Process 7 attached with 8 threads',
    '[pid 7] close(3</x>) = 0',
    '[pid 9] openat(AT_FDCWD, "/elsewhere") = 5',
    '[pid 9] openat(AT_FDCWD, "/store/a") = 5</store/a>',
    '[pid 7] openat(AT_FDCWD, "/store/b") = 6',
    '[pid 9] fsync(5</store/a> <unfinished ...>',
    '[pid 9] <... fsync resumed>) = 0',
  ];
  const points = faultPoints(trace, '/store').map(injectionOf);
  assert.deepEqual(points, [
    ...['signal=KILL', 'error=EIO', 'error=ENOSPC'].map((fault) => `openat:${fault}:when=2`),
    ...['signal=KILL', 'error=EIO', 'error=ENOSPC'].map((fault) => `openat:${fault}:when=1`),
    ...['signal=KILL', 'error=EIO', 'error=ENOSPC'].map((fault) => `fsync:${fault}:when=1`),
  ]);
});
