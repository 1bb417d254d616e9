// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { WORKER_LIMITS } from '../limits.ts';
import { type Bounded, isExhausted, type JobEnd, killGroup, stopWhenBeyond } from './bounds.ts';
import { type Fence, type FencedCommand, fencedEnvironment } from './fence.ts';
import type { WorkerKind, WorkerRequest } from './protocol.ts';
import { readUsage } from './watch.ts';
import { makeWorkFolder, removeWorkFolder } from './work-folder.ts';

/** One fenced process with a folder of its own. */
export type WorkerProcess = {
  folder: string;
  pid: number;
  jobs: number;
  run(request: Omit<WorkerRequest, 'id'>, milliseconds: number): Promise<JobEnd>;
  /** Resident bytes now; 0 where they cannot be read. */
  residentBytes(): number;
  alive(): boolean;
  stop(): Promise<void>;
};

/** What is needed to start one; `entry` is another program in the tests of the fence. */
export type WorkerStart = { kind: WorkerKind; fence: Fence; tmpDir: string; entry?: string };

const START_MILLISECONDS = 15_000;
const KEPT_STDERR = 4_000;

/** Starts a worker and waits until it says that it is ready; throws when it cannot start, for then no file is to blame. */
export async function startWorker(start: WorkerStart): Promise<WorkerProcess> {
  const folder = makeWorkFolder(start.tmpDir);
  const child = spawnFenced(start, folder);
  const pid = child.pid ?? 0;
  const talk = listen(child);
  const ready = await Promise.race([talk.line('ready'), talk.ended, delay(START_MILLISECONDS)]);
  if (ready !== true) {
    killGroup(pid);
    removeWorkFolder(folder);
    throw new Error(`content worker did not start (${start.fence.level}): ${talk.errors()}`);
  }
  const worker: WorkerProcess = {
    folder,
    pid,
    jobs: 0,
    residentBytes: () => readUsage(pid)?.residentBytes ?? 0,
    alive: () => child.exitCode === null && child.signalCode === null,
    async run(request, milliseconds) {
      worker.jobs += 1;
      child.stdin?.write(`${JSON.stringify({ ...request, id: worker.jobs })}\n`);
      return watchJob({ pid, folder, talk, milliseconds }, String(worker.jobs));
    },
    async stop() {
      if (worker.alive()) killGroup(pid);
      await talk.ended;
      removeWorkFolder(folder);
    },
  };
  return worker;
}

type Talk = { line(text: string): Promise<true>; ended: Promise<string>; errors(): string };
type Watched = Bounded & { talk: Talk };

async function watchJob(job: Watched, id: string): Promise<JobEnd> {
  const controller = new AbortController();
  const stopped = stopWhenBeyond(job, controller.signal);
  const ended = job.talk.ended.then(
    (how): JobEnd => ({ end: isExhausted(job.talk.errors(), how) ? 'memory' : 'died', detail: how }),
  );
  const done = job.talk.line(id).then((): JobEnd => ({ end: 'reply' }));
  const first = await Promise.race([done, stopped, ended]);
  controller.abort();
  return first;
}

function spawnFenced(start: WorkerStart, folder: string): ChildProcess {
  const { file, args } = start.fence.wrap(workerCommand(start, folder));
  return spawn(file, args, {
    cwd: folder,
    env: fencedEnvironment(folder),
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** The command of a worker: Node under its permission model, with our readers and the installed packages as all it may read. */
export function workerCommand({ kind, entry }: WorkerStart, folder: string): FencedCommand {
  const contentFolder = fileURLToPath(new URL('..', import.meta.url));
  const main = entry ?? join(contentFolder, 'worker', 'main.ts');
  const manifest = findPackageJSON('.', import.meta.url) ?? join(contentFolder, 'package.json');
  const readOnly = [contentFolder, join(dirname(manifest), 'node_modules'), manifest];
  const { dataBytes, fileBytes, processes, openFiles, cpuSecondsPerLife } = WORKER_LIMITS;
  return {
    program: process.execPath,
    args: [...nodeFlags({ kind, folder, readOnly }), main, folder, kind],
    readOnly: [...readOnly, process.execPath],
    workFolder: folder,
    limits: { dataBytes, fileBytes, processes, openFiles, cpuSeconds: cpuSecondsPerLife },
  };
}

// No child processes, no threads, no inspector, no WASI; native modules only where the image library is needed.
function nodeFlags({ kind, folder, readOnly }: { kind: WorkerKind; folder: string; readOnly: readonly string[] }): string[] {
  return [
    '--permission',
    ...[...readOnly, folder].map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${folder}`,
    ...(kind === 'text' ? [] : ['--allow-addons']),
    '--no-warnings',
    '--disallow-code-generation-from-strings',
    '--v8-pool-size=1',
    `--max-old-space-size=${WORKER_LIMITS.heapMegabytes}`,
  ];
}

function listen(child: ChildProcess): Talk {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-KEPT_STDERR);
  });
  // Writing to a worker that has just ended is no fault of ours; its end is reported by `ended`.
  child.stdin?.on('error', () => undefined);
  const waiting = new Map<string, () => void>();
  let rest = '';
  (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).slice(-200).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) waiting.get(line)?.();
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`exit ${code ?? signal}`));
    child.once('error', (error) => resolve(error.message));
  });
  return {
    ended,
    errors: () => errors,
    line: (text) => new Promise((resolve) => waiting.set(text, () => resolve(true))),
  };
}

function delay(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false as const).unref());
}
