// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type DiskState, startDiskGuard } from './disk-guard.ts';
import { newFolder } from './fixture.ts';

const total = 1_000_000;

/** A guard over a disk whose free space the test sets. */
async function guardOver(start: number, ballastBytes = 0) {
  const dir = newFolder();
  let free = start;
  const guard = await startDiskGuard({ dir, ballastBytes, intervalMs: 3_600_000, probe: async () => ({ free, total }) });
  const set = (now: number) => {
    free = now;
    return guard.check();
  };
  return { guard, set, dir };
}

test('below ten percent the disk is read-only, and only at twelve percent writable again', async () => {
  const { guard, set } = await guardOver(500_000);
  const modes: string[] = [];
  for (const free of [100_000, 99_999, 110_000, 119_999, 120_000, 100_000, 0]) modes.push((await set(free)).mode);
  assert.deepEqual(modes, ['writable', 'read-only', 'read-only', 'read-only', 'writable', 'writable', 'read-only']);
  assert.equal(guard.readOnly(), true);
});

test('who listens hears each change once, until he stops listening', async () => {
  const { guard, set } = await guardOver(500_000);
  const heard: DiskState[] = [];
  const stop = guard.onChange((state) => heard.push(state));
  for (const free of [400_000, 50_000, 40_000, 300_000]) await set(free);
  stop();
  await set(50_000);
  assert.deepEqual(
    heard.map(({ mode, freeBytes }) => [mode, freeBytes]),
    [
      ['read-only', 50_000],
      ['writable', 300_000],
    ],
  );
});

test('the ballast lies on the disk while there is room, is given back in need, and comes back', async () => {
  const { guard, set, dir } = await guardOver(500_000, 30_000);
  const file = path.join(dir, 'ballast');
  assert.equal(fs.statSync(file).size, 30_000);
  assert.equal((await set(50_000)).ballast, true, 'read-only alone does not touch it');
  assert.equal((await set(29_000)).ballast, false);
  assert.equal(fs.existsSync(file), false);
  assert.equal((await set(140_000)).ballast, false, 'writing it now would lead straight back to read-only');
  assert.equal((await set(400_000)).ballast, true);
  assert.equal(fs.statSync(file).size, 30_000);
  guard.stop();
});

test('the real disk is measured', async () => {
  const guard = await startDiskGuard({ dir: newFolder(), ballastBytes: 0, low: 0, high: 0 });
  const { bavail, bsize } = fs.statfsSync(newFolder());
  assert.ok(Math.abs(guard.state().freeBytes - bavail * bsize) < 2 ** 30);
  guard.stop();
});
