// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestEvent } from './test-events.ts';

/** What became of one test file. */
export interface FileResult {
  readonly file: string;
  readonly events: readonly TestEvent[];
  readonly milliseconds: number;
  /** The last that it wrote to the terminal. */
  readonly noise: string;
}

/** How to run one file. */
export interface FileRun {
  readonly file: string;
  /** Longest time for one test, and for the file as a whole, in milliseconds. */
  readonly testTimeout: number;
  readonly fileTimeout: number;
  /** File for the events; must not exist yet. */
  readonly events: string;
  readonly signal: AbortSignal;
}

const tools = import.meta.dirname;
const longestNoise = 20_000;

/** Runs one test file in a process (and process group) of its own; never throws: what goes wrong is a failed test. */
export async function runTestFile(run: FileRun): Promise<FileResult> {
  const began = Date.now();
  const { code, noise, cut } = await execute(run);
  const events = readEvents(run.events);
  const name = path.basename(run.file);
  const fault = (error: string): TestEvent => ({ state: 'failed', name, milliseconds: 0, error });
  const hasFailed = events.some(({ state }) => state === 'failed');
  const faults: TestEvent[] = [];
  if (cut) faults.push(fault(`Die Datei endete nicht innerhalb von ${run.fileTimeout / 1000} s und wurde abgebrochen.`));
  else if (code !== 0 && !hasFailed)
    faults.push(fault(`Der Prozess endete mit Rückgabe ${code}, ohne dass ein Test es meldete.`));
  else if (events.length === 0) faults.push(fault('Die Datei enthält keinen Test.'));
  return { file: run.file, events: [...events, ...faults], milliseconds: Date.now() - began, noise };
}

interface Ending {
  readonly code: number | string;
  readonly noise: string;
  readonly cut: boolean;
}

function execute({ file, testTimeout, fileTimeout, events, signal }: FileRun): Promise<Ending> {
  const args = [
    ...['--import', path.join(tools, 'tsx.mjs'), '--disable-warning=ExperimentalWarning', `--test-timeout=${testTimeout}`],
    ...[`--test-reporter=${path.join(tools, 'test-events.ts')}`, `--test-reporter-destination=${events}`, file],
  ];
  return new Promise((resolve) => {
    let noise = '';
    let cut = false;
    const child = spawn(process.execPath, args, { cwd: path.dirname(tools), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const kill = () => killGroup(child.pid);
    const timer = setTimeout(() => {
      cut = true;
      kill();
    }, fileTimeout);
    signal.addEventListener('abort', kill);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        noise = (noise + text).slice(-longestNoise);
      });
    const done = (code: number | string) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      kill(); // whatever the file has left running
      resolve({ code, noise, cut });
    };
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, by) => done(code ?? by ?? 'unbekannt'));
  });
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}

function readEvents(file: string): TestEvent[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1); // a killed process may leave half a line
    return lines.map((line) => JSON.parse(line) as TestEvent);
  } catch {
    return [];
  }
}
