// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { clearStaleSocket } from './postmaster.ts';

test('a socket lock left by a power cut goes when its number is somebody else now, and stays when it is the server’s', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-socket-'));
  const cluster = path.join(folder, 'postgres');
  mkdirSync(cluster);
  const lock = path.join(folder, '.s.PGSQL.5432.lock');
  const [server, stranger] = [cluster, folder].map((cwd) => spawn('sleep', ['60'], { cwd, stdio: 'ignore' }));
  try {
    writeFileSync(lock, `${server!.pid}\n${cluster}\n`);
    clearStaleSocket(cluster, folder);
    assert.ok(existsSync(lock));
    writeFileSync(lock, `${stranger!.pid}\n${cluster}\n`);
    clearStaleSocket(cluster, folder);
    assert.ok(!existsSync(lock));
    clearStaleSocket(cluster, folder);
  } finally {
    server!.kill();
    stranger!.kill();
    rmSync(folder, { recursive: true });
  }
});
