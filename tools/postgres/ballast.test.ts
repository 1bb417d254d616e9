// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { releaseBallast } from './ballast.ts';

test('the ballast goes overboard only when the disk is full, and only once', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-ballast-'));
  const file = path.join(folder, 'ballast');
  writeFileSync(file, 'heavy');
  assert.equal(releaseBallast(folder, 100 * 2 ** 20), false);
  assert.equal(existsSync(file), true);
  assert.equal(releaseBallast(folder, 2 ** 20), true);
  assert.equal(existsSync(file), false);
  assert.equal(releaseBallast(folder, 2 ** 20), false);
  rmSync(folder, { recursive: true });
});
