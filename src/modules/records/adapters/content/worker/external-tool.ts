// SPDX-License-Identifier: EUPL-1.2
// Programs of the operating system (LibreOffice, Tesseract). They are native code: without a fence of the kernel they are not started.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INPUT_LIMITS, WORKER_LIMITS } from '../limits.ts';
import { type ContentResult, failure } from '../result.ts';
import { isExhausted, type JobEnd, killGroup, stopWhenBeyond } from './bounds.ts';
import { type Fence, fencedEnvironment } from './fence.ts';
import { INPUT_FILE, OUTPUT_FOLDER } from './protocol.ts';
import { type ContentInput, makeWorkFolder, removeWorkFolder, stageInput } from './work-folder.ts';

/** One run: the program, its arguments with the paths of its folder filled in, and how to take the result out of that folder. */
export type ToolRun<T> = {
  program: string;
  input: ContentInput;
  args: (paths: { input: string; out: string; folderUrl: string }) => string[];
  take: (folder: string) => Promise<ContentResult<T>>;
};

/** The programs found on this machine; absent where the fence is too weak for native code. */
export type ExternalTools = { office?: string; tesseract?: string; run<T>(run: ToolRun<T>): Promise<ContentResult<T>> };

/** Where and how they run; `allowed: false` leaves them aside. */
export type ToolOptions = { fence: Fence; tmpDir: string; size: number; milliseconds: number; allowed: boolean };

const OFFICE = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'];
const TESSERACT = ['/usr/bin/tesseract'];

/** Looks for the programs and opens a gate through which at most `size` of them run at a time. */
export function openExternalTools(options: ToolOptions): ExternalTools {
  const { fence, size, allowed } = options;
  const waiting: Array<() => void> = [];
  let running = 0;
  const found = (paths: readonly string[]): string | undefined =>
    !allowed || fence.level === 'node-only' ? undefined : paths.find((path) => existsSync(path));
  const [office, tesseract] = [found(OFFICE), found(TESSERACT)];
  return {
    ...(office ? { office } : {}),
    ...(tesseract ? { tesseract } : {}),
    async run(run) {
      if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
      running += 1;
      try {
        return await runFenced(run, options);
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
  };
}

async function runFenced<T>(
  run: ToolRun<T>,
  options: { fence: Fence; tmpDir: string; milliseconds: number },
): Promise<ContentResult<T>> {
  const folder = makeWorkFolder(options.tmpDir);
  try {
    if (!(await stageInput(run.input, folder, INPUT_LIMITS.image))) return failure('too-large', 'file');
    mkdirSync(join(folder, OUTPUT_FOLDER));
    // LibreOffice wants a /tmp for its pipe; the fence shows this folder there.
    mkdirSync(join(folder, 'tmp'));
    const end = await execute(run, folder, options);
    if (end.end === 'reply') return await run.take(folder);
    if (end.end === 'timeout') return failure('timeout', end.detail);
    return failure(end.end === 'died' ? 'damaged' : 'too-large', `${end.end}: ${end.detail}`);
  } finally {
    removeWorkFolder(folder);
  }
}

async function execute(run: ToolRun<unknown>, folder: string, options: { fence: Fence; milliseconds: number }): Promise<JobEnd> {
  const paths = { input: join(folder, INPUT_FILE), out: join(folder, OUTPUT_FOLDER), folderUrl: pathToFileURL(folder).href };
  const { dataBytes, fileBytes, processes, openFiles, cpuSecondsPerJob } = WORKER_LIMITS;
  const limits = { dataBytes, fileBytes, processes, openFiles, cpuSeconds: cpuSecondsPerJob };
  const { file, args } = options.fence.wrap({
    program: run.program,
    args: run.args(paths),
    readOnly: [],
    workFolder: folder,
    limits,
  });
  const child = spawn(file, args, {
    cwd: folder,
    env: fencedEnvironment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString('utf8')).slice(-2_000);
  });
  const ended = new Promise<JobEnd>((resolve) => {
    child.once('error', () => resolve({ end: 'died', detail: 'not started' }));
    child.once('close', (code, signal) => {
      const how = `exit ${code ?? signal}`;
      resolve(code === 0 ? { end: 'reply' } : { end: isExhausted(errors, how) ? 'memory' : 'died', detail: how });
    });
  });
  const over = new AbortController();
  const first = await Promise.race([
    ended,
    stopWhenBeyond({ pid: child.pid ?? 0, folder, milliseconds: options.milliseconds }, over.signal),
  ]);
  over.abort();
  killGroup(child.pid ?? 0);
  return first;
}
