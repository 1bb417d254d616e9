// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { needs } from '../test/needs.ts';

const root = path.join(import.meta.dirname, '..');

test('every file says under which licence it stands, and every licence is there (REUSE)', needs('reuse', 'git'), () => {
  const { stdout, stderr, status } = spawnSync('reuse', ['--root', root, 'lint'], {
    encoding: 'utf8',
    timeout: 180_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  assert.equal(status, 0, `${stdout.slice(-3_000)}${stderr.slice(-1_000)}`);
  assert.match(stdout, /compliant with version 3/);
});
