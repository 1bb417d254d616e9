// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { logToFolder } from './log-file.ts';

test('the log keeps seven days and forgets the eighth', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-log-'));
  let today = new Date('2026-11-01T12:00:00Z');
  const write = logToFolder(folder, () => today);
  for (let n = 0; n < 10; n += 1) {
    write('{}');
    today = new Date(today.getTime() + 86_400_000);
  }
  const kept = readdirSync(folder).sort();
  rmSync(folder, { recursive: true });
  assert.equal(kept[0], 'app-2026-11-03.log');
  assert.equal(kept.length, 8);
});
