// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { whatIsBeyond } from './bounds.ts';
import { type FencedCommand, type FenceLevel, fencedEnvironment, openFence } from './fence.ts';
import type { HostileOutcome, HostilePlan } from './hostile-converter.ts';
import { makeWorkFolder } from './work-folder.ts';
import { workerCommand } from './worker-process.ts';

const HOSTILE = fileURLToPath(new URL('hostile-converter.ts', import.meta.url));
const REPOSITORY = dirname(findPackageJSON('.', import.meta.url) ?? '');
const tmpDir = mkdtempSync(join(tmpdir(), 'content-fence-'));
const secret = join(tmpDir, 'anderer-auftrag.txt');
const outside = join(tmpDir, 'ausserhalb.txt');
let server: Server;
let listener: Socket;
let contacts = 0;

before(async () => {
  writeFileSync(secret, 'geheim');
  server = createServer((socket) => {
    contacts += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listener = createSocket('udp4').on('message', () => {
    contacts += 1;
  });
  await new Promise<void>((resolve) => listener.bind(port(), '127.0.0.1', resolve));
});

after(() => {
  server.close();
  listener.close();
  rmSync(tmpDir, { recursive: true });
});

function port(): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function anyAddon(): string {
  const folder = join(REPOSITORY, 'node_modules', '@img');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.node'));
  return join(folder, found ?? '');
}

async function run(command: FencedCommand, wrap: (command: FencedCommand) => { file: string; args: string[] }): Promise<string> {
  const { file, args } = wrap(command);
  const child = spawn(file, args, {
    env: fencedEnvironment(command.workFolder),
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return errors;
}

function writePlan(folder: string, own: Pick<HostilePlan, 'guard' | 'repository' | 'program'>): void {
  const plan: HostilePlan = { ...own, port: port(), parent: process.pid, secret, outside, addon: anyAddon() };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
}

async function attack(test: TestContext, level: FenceLevel, withNodeFence: boolean): Promise<HostileOutcome[] | undefined> {
  const fence = await openFence(tmpDir, [level]);
  if (fence.level !== level) {
    test.skip(`Schutz „${level}“ gibt es auf dieser Maschine nicht`);
    return undefined;
  }
  const folder = makeWorkFolder(tmpDir);
  writePlan(folder, { guard: withNodeFence, repository: REPOSITORY, program: dirname(HOSTILE) });
  const contactsBefore = contacts;
  const command = workerCommand({ kind: 'text', fence, tmpDir, entry: HOSTILE }, folder);
  // Without Node's own fence a thread may start, and a thread alone would burst the kernel's limit of memory: that is not the point here.
  const bare = { args: ['--no-warnings', HOSTILE, folder], limits: { ...command.limits, dataBytes: 2 ** 33 } };
  const errors = await run(withNodeFence ? command : { ...command, ...bare }, fence.wrap);
  assert.ok(existsSync(join(folder, 'outcomes.json')), `der Angreifer lief nicht: ${errors}`);
  const outcomes = JSON.parse(readFileSync(join(folder, 'outcomes.json'), 'utf8')) as HostileOutcome[];
  test.diagnostic(outcomes.map((outcome) => `${outcome.attempt}: ${outcome.stopped ?? `GELUNGEN ${outcome.got}`}`).join(' · '));
  assert.equal(contacts, contactsBefore, 'niemand außerhalb wurde erreicht');
  return outcomes;
}

function successes(outcomes: readonly HostileOutcome[], allowed: readonly string[] = []): string[] {
  return outcomes
    .filter((outcome) => outcome.stopped === undefined && !allowed.includes(outcome.attempt))
    .map((outcome) => `${outcome.attempt}: ${outcome.got}`);
}

// Inside its own walls a process may load what is installed and talk to itself; neither reaches anything.
const HARMLESS_INSIDE = ['load a native module', 'open a debugger'];

describe('Ein übernommener Umwandler', () => {
  it('kommt gegen alle Zäune zusammen mit keinem von 18 Versuchen durch', async (test) => {
    const outcomes = await attack(test, 'namespaces', true);
    if (!outcomes) return;
    assert.equal(outcomes.length, 18);
    assert.deepEqual(successes(outcomes), []);
  });

  it('kommt auch gegen die Zäune des Kernels allein nicht durch (als wäre Node selbst überwunden)', async (test) => {
    const outcomes = await attack(test, 'namespaces', false);
    if (outcomes) assert.deepEqual(successes(outcomes, HARMLESS_INSIDE), []);
  });

  it('kommt auch durch bubblewrap allein nicht durch', async (test) => {
    const outcomes = await attack(test, 'bubblewrap', false);
    // bubblewrap opens a loopback of its own; that nobody outside heard the datagram has been checked.
    if (outcomes) assert.deepEqual(successes(outcomes, [...HARMLESS_INSIDE, 'send a datagram']), []);
  });

  it('kommt in JavaScript auch dort nicht durch, wo der Kernel nicht hilft', async (test) => {
    const outcomes = await attack(test, 'node-only', true);
    if (outcomes) assert.deepEqual(successes(outcomes), []);
  });

  it('käme ohne Zäune durch: der Angriff ist echt', async () => {
    const folder = makeWorkFolder(tmpDir);
    writePlan(folder, { guard: false, repository: tmpDir, program: tmpDir });
    const command = { program: process.execPath, args: ['--no-warnings', HOSTILE, folder], readOnly: [], workFolder: folder };
    const before = contacts;
    await run(
      { ...command, limits: { dataBytes: 0, cpuSeconds: 0, fileBytes: 0, processes: 0, openFiles: 0 } },
      ({ program, args }) => ({ file: program, args: [...args] }),
    );
    const outcomes = JSON.parse(readFileSync(join(folder, 'outcomes.json'), 'utf8')) as HostileOutcome[];
    assert.ok(successes(outcomes).length >= 10, JSON.stringify(outcomes));
    assert.ok(contacts > before);
    assert.ok(existsSync(outside));
    rmSync(outside);
  });

  it('hat nirgends Spuren hinterlassen', () => {
    assert.equal(existsSync(outside), false);
    assert.equal(existsSync(join(dirname(HOSTILE), 'planted.ts')), false);
    assert.equal(existsSync(join(REPOSITORY, 'node_modules', 'planted.js')), false);
  });

  it('kann sich nicht ins Unendliche vermehren: zu viele Prozesse fallen dem Wächter auf', async (test) => {
    const fence = await openFence(tmpDir, ['namespaces']);
    if (fence.level !== 'namespaces') return test.skip('keine Namensräume auf dieser Maschine');
    const folder = makeWorkFolder(tmpDir);
    const command = {
      ...workerCommand({ kind: 'text', fence, tmpDir }, folder),
      program: '/bin/sh',
      args: ['-c', 'i=0; while [ $i -lt 90 ]; do sleep 20 & i=$((i+1)); done; wait'],
    };
    const { file, args } = fence.wrap(command);
    const child = spawn(file, args, { env: fencedEnvironment(folder), stdio: 'ignore', detached: true });
    const pid = child.pid ?? 0;
    const deadline = performance.now() + 5_000;
    let beyond = whatIsBeyond({ pid, folder });
    while (!beyond && child.exitCode === null && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      beyond = whatIsBeyond({ pid, folder });
    }
    if (child.exitCode === null) process.kill(-pid, 'SIGKILL');
    assert.ok(beyond || child.exitCode !== null, 'weder der Kernel (fork verweigert) noch der Wächter griff ein');
  });
});
