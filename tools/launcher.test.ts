// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './processes.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Says what it was given; with `wait` it lives until it is told to stop, and takes a moment for that. */
const command = `
const { INIT_CWD, FACHWERK_DATA } = process.env;
if (process.argv[2] === 'wait') { setInterval(() => {}, 1000); process.on('SIGTERM', () => setTimeout(() => process.exit(7), 100)); }
else process.exitCode = Number(process.argv[2] ?? 0);
console.log(JSON.stringify({ args: process.argv.slice(2), pid: process.pid, cwd: process.cwd(), INIT_CWD, FACHWERK_DATA }));
`;

/** A small project with the real launcher and one dependency that needs no network. */
function project(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-launcher-'));
  folders.push(root);
  for (const folder of ['tools', 'packages/word']) mkdirSync(path.join(root, folder), { recursive: true });
  for (const file of ['run.mjs', 'install.mjs', 'install-lock.mjs'])
    copyFileSync(path.join(import.meta.dirname, file), path.join(root, 'tools', file));
  const name = { name: 'small', version: '1.0.0', workspaces: ['packages/*'] };
  const word = { name: 'word', version: '1.0.0' };
  const packages = { '': name, 'node_modules/word': { resolved: 'packages/word', link: true }, 'packages/word': word };
  const files = {
    'tools/tsx.mjs': '',
    'tools/where.ts': command,
    'package.json': JSON.stringify(name),
    'packages/word/package.json': JSON.stringify(word),
    'package-lock.json': JSON.stringify({ ...name, lockfileVersion: 3, requires: true, packages }),
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
  return root;
}

interface Ended {
  readonly code: number | null;
  readonly text: string;
  readonly said: { args: string[]; pid: number; cwd: string; INIT_CWD: string; FACHWERK_DATA?: string };
}

async function launch(
  root: string,
  args: string[] = [],
  { cwd = root, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const { INIT_CWD: _, npm_lifecycle_event: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'tools', 'run.mjs'), ...args], { cwd, env: { ...inherited, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  const [code] = (await once(child, 'close')) as [number | null];
  const line = text.split('\n').find((one) => one.startsWith('{'));
  return { code, text, said: JSON.parse(line ?? '{}') as Ended['said'] };
}

const installs = ({ text }: Ended) => text.includes('installiert seine Abhängigkeiten');

test('several commands at the same moment on a fresh clone install once, and all run', async () => {
  const root = project();
  const all = await Promise.all([launch(root, ['where']), launch(root, ['where']), launch(root, ['where'])]);
  assert.deepEqual(
    all.map(({ code }) => code),
    [0, 0, 0],
    all.map(({ text }) => text).join('\n'),
  );
  assert.equal(all.filter(installs).length, 1);
  assert.equal(installs(await launch(root, ['where'])), false);
  assert.equal(existsSync(path.join(root, 'tmp')), false, 'no lock is left behind');
});

test('an installation that was interrupted, or from which something was deleted, is repaired', async () => {
  const root = project();
  await launch(root, ['where']);
  rmSync(path.join(root, 'node_modules', '.fachwerk'));
  rmSync(path.join(root, 'node_modules', '.package-lock.json'));
  mkdirSync(path.join(root, 'tmp'));
  writeFileSync(
    path.join(root, 'tmp', 'install.lock'),
    JSON.stringify({ token: 'dead', holders: [{ pid: 4_190_000, began: '1' }] }),
  );
  const repaired = await launch(root, ['where']);
  assert.equal(repaired.code, 0, repaired.text);
  assert.ok(installs(repaired));
});

test('an npm that outlived its launcher is waited for: two at once would ruin the installation', async () => {
  const root = project();
  const npm = spawn('sleep', ['60']);
  const began = readFileSync(`/proc/${npm.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  mkdirSync(path.join(root, 'tmp'));
  writeFileSync(
    path.join(root, 'tmp', 'install.lock'),
    JSON.stringify({
      token: 'x',
      holders: [
        { pid: 4_190_000, began: '1' },
        { pid: npm.pid, began },
      ],
    }),
  );
  const second = launch(root, ['where']);
  await sleep(1_000);
  assert.equal(existsSync(path.join(root, 'node_modules')), false);
  npm.kill('SIGKILL');
  assert.equal((await second).code, 0);
});

test('when the lock file changes, the new dependencies are installed before anything runs', async () => {
  const root = project();
  await launch(root, ['where']);
  const lockFile = path.join(root, 'package-lock.json');
  writeFileSync(lockFile, `${readFileSync(lockFile, 'utf8')}\n`);
  const stamp = readFileSync(path.join(root, 'node_modules', '.fachwerk'), 'utf8');
  assert.equal((await launch(root, ['where'])).code, 0);
  assert.notEqual(readFileSync(path.join(root, 'node_modules', '.fachwerk'), 'utf8'), stamp);
});

test('arguments, exit code and the place where a person stands are passed on', async () => {
  const root = project();
  const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-elsewhere-'));
  folders.push(elsewhere);
  const { code, said } = await launch(root, ['where', '5', 'ein Wort'], { cwd: elsewhere, env: { FACHWERK_DATA: 'akten' } });
  assert.equal(code, 5);
  assert.deepEqual(said.args, ['5', 'ein Wort']);
  assert.deepEqual([said.cwd, said.INIT_CWD, said.FACHWERK_DATA], [root, elsewhere, path.join(elsewhere, 'akten')]);
});

test('an unknown command is refused with a sentence that names the known ones', async () => {
  const { code, text } = await launch(project(), ['strat']);
  assert.equal(code, 1);
  assert.match(text, /Den Befehl „strat“ gibt es nicht\. Es gibt: .*start/);
});

test('SIGTERM reaches the command, and its orderly end is waited for', async () => {
  const { child, pid } = await waiting(project());
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 7);
  assert.equal(isRunning(pid), false);
});

test('when npm and its shell are killed, the command ends as well', {
  skip: process.platform !== 'linux' && 'nur unter Linux',
}, async () => {
  const root = project();
  await launch(root, ['where']);
  const script = `"${process.execPath}" tools/run.mjs where wait; true`; // `; true`: the shell stays in between
  const npm = spawn('sh', ['-c', `sh -c '${script}'; true`], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: 'where' },
  });
  const pid = await sayer(npm);
  npm.kill('SIGKILL');
  for (const deadline = Date.now() + 5_000; Date.now() < deadline && isRunning(pid); ) await sleep(50);
  assert.equal(isRunning(pid), false);
});

async function waiting(root: string) {
  await launch(root, ['where']);
  const child = spawn(process.execPath, [path.join(root, 'tools', 'run.mjs'), 'where', 'wait'], { cwd: root });
  return { child, pid: await sayer(child) };
}

async function sayer(child: ReturnType<typeof spawn>): Promise<number> {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return (JSON.parse(String(line)) as { pid: number }).pid;
}
