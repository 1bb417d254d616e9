// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connections } from '../../tools/postgres/connections.ts';

/** How an application process is to be started. */
export interface AppOrder {
  readonly dataDir: string;
  readonly connections: Connections;
  /** Hand heads to the witnesses so often; by default once a minute as in production. */
  readonly witnessEveryMs?: number | undefined;
  /** Mutant: without the disk guard. */
  readonly unguarded?: boolean | undefined;
  /** Mutant: the reaction acts without a key. */
  readonly careless?: boolean | undefined;
}

/** What the process tells. */
export interface FromApp {
  readonly type: 'ready';
  readonly url: string;
  readonly probeUrl: string;
}

/** A running application. */
export interface App {
  readonly url: string;
  /** Address of the fault tests' own module. */
  readonly probeUrl: string;
  readonly pid: number;
  /** Newest lines of its log. */
  readonly log: readonly string[];
  /** False once it has ended, by itself or not. */
  runs(): boolean;
  /** SIGKILL. */
  kill(): Promise<void>;
}

const loader = pathToFileURL(path.join(import.meta.dirname, '..', '..', 'tools', 'tsx.mjs')).href;
const program = path.join(import.meta.dirname, 'app-process.ts');
const keptLines = 400;
const startPatience = 60_000;

/** Starts the application in a process of its own and waits until it answers. */
export async function startApp(order: AppOrder): Promise<App> {
  const child = spawn(process.execPath, ['--import', loader, program], {
    env: { ...process.env, FAULTS_APP: JSON.stringify(order), DATABASE_URL: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const log = linesOf(child);
  const gone = once(child, 'close');
  const runs = () => child.exitCode === null && child.signalCode === null;
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  const { url, probeUrl } = await ready(child, log).catch(async (fault) => {
    await kill();
    throw fault;
  });
  return { url, probeUrl, pid: child.pid!, log, runs, kill };
}

function linesOf(child: ChildProcess): string[] {
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line !== ''));
    if (lines.length > keptLines) lines.splice(0, lines.length - keptLines);
  });
  return lines;
}

async function ready(child: ChildProcess, log: readonly string[]): Promise<{ url: string; probeUrl: string }> {
  const limit = AbortSignal.timeout(startPatience);
  const said = once(child, 'message', { signal: limit }).then(([message]) => message as FromApp);
  const ended = once(child, 'close', { signal: limit }).then(() => undefined);
  const message = await Promise.race([said, ended]);
  if (message === undefined) throw new Error(`the application did not start: ${log.slice(-5).join(' ')}`);
  return message;
}
