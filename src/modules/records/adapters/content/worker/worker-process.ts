// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { WORKER_LIMITS } from '../limits.ts';
import { type Fence, type FencedCommand, fencedEnvironment } from './fence.ts';
import { OUTPUT_FOLDER, type WorkerKind, type WorkerRequest } from './protocol.ts';
import { folderBytes, readUsage } from './watch.ts';
import { makeWorkFolder, removeWorkFolder } from './work-folder.ts';

/** How a job ended: a reply lies in the folder, or the process was ended for a reason, or it ended itself. */
export type JobEnd = { end: 'reply' } | { end: 'timeout' | 'memory' | 'disk' | 'died'; detail: string };

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

const WATCH_MILLISECONDS = 50;
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
    kill(pid);
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
      if (worker.alive()) kill(pid);
      await talk.ended;
      removeWorkFolder(folder);
    },
  };
  return worker;
}

type Talk = { line(text: string): Promise<true>; ended: Promise<string>; errors(): string };
type Watched = { pid: number; folder: string; talk: Talk; milliseconds: number };

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

// Ends the process when it goes beyond a bound; the kernel's own limits lie a little further out.
async function stopWhenBeyond(job: Watched, over: AbortSignal): Promise<JobEnd> {
  const startedAt = performance.now();
  const cpuAtStart = readUsage(job.pid)?.cpuSeconds ?? 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - startedAt;
      const beyond =
        elapsed > job.milliseconds
          ? ({ end: 'timeout', detail: `${job.milliseconds} ms` } as const)
          : whatIsBeyond(job, cpuAtStart);
      if (!beyond) return;
      clearInterval(timer);
      kill(job.pid);
      resolve(beyond);
    }, WATCH_MILLISECONDS);
    over.addEventListener('abort', () => clearInterval(timer));
  });
}

/** Which bound a process and its descendants have passed: memory, processor time, number of processes (root is counted here only), disk. */
export function whatIsBeyond({ pid, folder }: { pid: number; folder: string }, cpuAtStart = 0): JobEnd | undefined {
  const usage = readUsage(pid);
  if (usage && usage.residentBytes > WORKER_LIMITS.residentBytes)
    return { end: 'memory', detail: `${usage.residentBytes} bytes` };
  if (usage && usage.processes > WORKER_LIMITS.processes) return { end: 'memory', detail: `${usage.processes} processes` };
  if (usage && usage.cpuSeconds - cpuAtStart > WORKER_LIMITS.cpuSecondsPerJob)
    return { end: 'timeout', detail: 'processor time' };
  if (folderBytes(join(folder, OUTPUT_FOLDER)) > WORKER_LIMITS.folderBytes) return { end: 'disk', detail: 'output' };
  return undefined;
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

// V8, C++ and the kernel's killer each have their own way to say that memory ran out.
function isExhausted(errors: string, how: string): boolean {
  return (
    errors.includes('heap out of memory') ||
    errors.includes('bad_alloc') ||
    errors.includes('out of memory') ||
    how === 'exit SIGKILL'
  );
}

// The whole group: the fence's helpers and whatever was started inside.
function kill(pid: number): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function delay(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false as const).unref());
}
