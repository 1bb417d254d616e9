// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { lockInstance } from './instance.ts';
import { beginningOf } from './processes.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function runFolder(): { run: string; file: string } {
  const run = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-instance-'));
  folders.push(run);
  return { run, file: path.join(run, 'instance.json') };
}

/** Another process that takes the lock, announces its address and waits. */
async function other(run: string) {
  const module = new URL('instance.ts', import.meta.url).href;
  const script = `import { lockInstance } from ${JSON.stringify(module)};
    const lock = await lockInstance({ run: ${JSON.stringify(run)} });
    if (!lock.taken) lock.announce('http://127.0.0.1:8080');
    console.log(lock.taken ? 'refused' : 'holds');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const end = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said: String(said).trim(), end };
}

test('a second start on the same data says where Fachwerk runs and ends well', async () => {
  const { run } = runFolder();
  const first = await other(run);
  const second = await lockInstance({ run });
  await first.end();
  assert.equal(first.said, 'holds');
  assert.deepEqual(second, {
    taken: true,
    text: 'Fachwerk läuft bereits unter http://127.0.0.1:8080',
    exitCode: 0,
    url: 'http://127.0.0.1:8080',
  });
});

test('the lock of a killed instance is taken over, by exactly one of several', async () => {
  const { run } = runFolder();
  const first = await other(run);
  await first.end();
  const starters = await Promise.all([other(run), other(run), other(run)]);
  assert.deepEqual(starters.map(({ said }) => said).sort(), ['holds', 'refused', 'refused']);
  for (const { end } of starters) await end();
});

test('a process that only has the number of the dead owner is no owner', async () => {
  const { run, file } = runFolder();
  const holder = { token: 'old', pid: process.ppid, beginning: 'before the last boot', host: os.hostname(), purpose: 'Fachwerk' };
  writeFileSync(file, JSON.stringify(holder));
  assert.equal((await lockInstance({ run })).taken, false);
});

test('an instance in another container is believed as long as it gives signs of life', async () => {
  const { run, file } = runFolder();
  writeFileSync(
    file,
    JSON.stringify({ token: 'far', pid: 7, beginning: beginningOf(1), host: 'anderer-rechner', purpose: 'eine Sicherung' }),
  );
  const living = await lockInstance({ run });
  assert.deepEqual(living, {
    taken: true,
    text: 'Auf diesem Datenordner läuft bereits eine Sicherung (Prozess 7).',
    exitCode: 1,
    url: undefined,
  });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  assert.equal((await lockInstance({ run })).taken, false);
});

test('a lock torn by a power cut does not stop anybody, and an orderly end removes the lock', async () => {
  const { run, file } = runFolder();
  writeFileSync(file, '{"token":"ab');
  const lock = await lockInstance({ run });
  assert.equal(lock.taken, false);
  if (!lock.taken) lock.release();
  assert.throws(() => readFileSync(file), { code: 'ENOENT' });
});
