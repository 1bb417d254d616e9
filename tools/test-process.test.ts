// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './processes.ts';
import { findTestFiles, usesDatabase } from './test-files.ts';
import { runTestFile } from './test-process.ts';
import { tally } from './test-run.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-runner-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;

async function run(source: string) {
  number += 1;
  const file = path.join(folder, `${number}.test.mjs`);
  writeFileSync(file, `import { test } from 'node:test';\n${source}`);
  const signal = new AbortController().signal;
  return runTestFile({ file, testTimeout: 700, fileTimeout: 2_500, events: path.join(folder, `${number}.jsonl`), signal });
}

test('passed, failed and skipped tests are counted once each, nested ones too', async () => {
  const result = await run(`
    test('good', () => {});
    test('bad', () => { throw new Error('because'); });
    test('left out', { skip: true }, () => {});
    test('parent', async (t) => { await t.test('good child', () => {}); await t.test('bad child', () => { throw new Error('x'); }); });
    console.log('said by the way');`);
  const names = (state: string) => result.events.filter((event) => event.state === state).map(({ name }) => name);
  assert.deepEqual(names('passed'), ['good', 'good child']);
  assert.deepEqual(names('failed'), ['bad', 'bad child']);
  assert.deepEqual(names('skipped'), ['left out']);
  assert.match(result.events.find(({ name }) => name === 'bad')?.error ?? '', /because/);
  assert.match(result.noise, /said by the way/);
  const { passed, failed, skipped } = tally([result], folder);
  assert.deepEqual([passed, failed, skipped], [2, 2, 1]);
});

test('a file that crashes, exits early, throws late or holds no test is a failed test', async () => {
  const cases: [string, RegExp][] = [
    ["throw new Error('at load')", /Rückgabe 1/],
    ["test('t', () => process.exit(3))", /Rückgabe 3/],
    ["test('t', () => {}); setTimeout(() => { throw new Error('late'); }, 50)", /Rückgabe 1/],
    ["console.log('nothing to see')", /enthält keinen Test/],
    ["test('t', () => process.kill(process.pid, 'SIGKILL'))", /Rückgabe SIGKILL/],
  ];
  for (const [source, expected] of cases) {
    const { events } = await run(source);
    assert.match(events.find(({ state }) => state === 'failed')?.error ?? 'no failure', expected, source);
  }
});

test('a test that takes too long fails alone; a file that never ends is cut off with all it started', async () => {
  const { events } = await run("test('slow', () => new Promise((r) => setTimeout(r, 1500))); test('fine', () => {});");
  assert.deepEqual(
    events.map(({ state }) => state),
    ['failed', 'passed'],
  );
  const endless = await run(`
    import { spawn } from 'node:child_process';
    test('t', () => console.log('child', spawn('sleep', ['60']).pid));
    test('loop', () => { for (;;); });`);
  assert.match(endless.events.at(-1)?.error ?? '', /endete nicht innerhalb von 2\.5 s/);
  const child = Number(/child (\d+)/.exec(endless.noise)?.[1]);
  await sleep(50);
  assert.equal(isRunning(child), false);
});

test('a test file counts as a database test if it reaches the database through other files', () => {
  const root = path.join(import.meta.dirname, '..');
  assert.equal(usesDatabase(path.join(root, 'test', 'database.test.ts')), true);
  assert.equal(usesDatabase(path.join(root, 'tools', 'where', 'glossary.test.ts')), false);
  const { quick } = findTestFiles(root, { filters: ['tools/where'], database: false });
  assert.deepEqual(quick, [path.join(root, 'tools', 'where', 'glossary.test.ts')]);
});
