// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment } from './cluster.ts';
import type { Home } from './home.ts';
import { clearStaleLock, clearStaleSocket, runningPostmaster } from './postmaster.ts';
import { serverArguments } from './settings.ts';

/** What to start. */
export interface Launch {
  readonly home: Home;
  readonly socketDir: string;
  readonly durable: boolean;
}

const tries = 60;
const pause = 250;
const recoveryPatience = 30 * 60_000; // replaying the log after a crash of a busy server

/** After kill -9 the old server's children hold the shared memory until they notice; that passes within seconds. */
const passing =
  /pre-existing shared memory|lock file ".*" already exists|is another postmaster|already in use|database system is shutting down/i;

/** Another process of ours was quicker: a server runs on this cluster already. */
export class RivalServer extends Error {
  readonly pid: number;

  constructor(pid: number) {
    super(`Ein anderer Prozess hat die Datenbank gerade gestartet (Prozess ${pid}).`);
    this.pid = pid;
  }
}

/**
 * Starts a server and waits until it takes connections. Throws `RivalServer` if one runs already, else a German sentence with the server's
 * last words.
 */
export async function launch(what: Launch): Promise<ChildProcess> {
  for (let left = tries; ; left -= 1) {
    const child = start(what);
    if (await isReady(child, what.home.cluster)) return child;
    const rival = runningPostmaster(what.home.cluster);
    if (rival) throw new RivalServer(rival.pid);
    const words = lastWords(what.home.cluster, child.pid);
    if (left <= 1 || !passing.test(words)) throw new Error(`PostgreSQL startet nicht: ${words || 'ohne Meldung beendet'}`);
    await sleep(pause);
  }
}

function start({ home, socketDir, durable }: Launch): ChildProcess {
  const { cluster, account, binaries } = home;
  clearStaleLock(cluster);
  clearStaleSocket(cluster, socketDir);
  const log = path.join(cluster, 'log');
  mkdirSync(log, { recursive: true, mode: 0o700 });
  chownSync(log, account.uid, account.gid);
  const handle = openSync(startLog(cluster), 'w', 0o600);
  const args = ['-D', cluster, ...serverArguments({ socketDir, durable })];
  const [file, all] = account.command(path.join(binaries.folder, 'postgres'), args);
  // A session of its own: Ctrl-C at the terminal reaches us, and we stop the server when the work in hand is done.
  const child = spawn(file, all, {
    detached: true,
    stdio: ['ignore', handle, handle],
    cwd: '/',
    env: serverEnvironment(),
    ...account.ids,
  });
  closeSync(handle);
  child.on('error', () => {}); // seen as "not ready"
  child.unref();
  return child;
}

async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  for (const deadline = Date.now() + recoveryPatience; Date.now() < deadline; await sleep(10)) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const running = runningPostmaster(cluster);
    if (running?.pid === child.pid && running.status === 'ready') return true;
  }
  child.kill('SIGINT');
  return false;
}

function startLog(cluster: string): string {
  return path.join(cluster, 'log', 'start.log');
}

/** What it said at the start, and what it wrote into its own log from then on: there every line bears its process number. */
function lastWords(cluster: string, pid: number | undefined): string {
  const log = path.dirname(startLog(cluster));
  const said = readFileSync(startLog(cluster), 'utf8').trim().split('\n');
  const written = readdirSync(log)
    .filter((name) => /^postgresql-.*\.log$/.test(name))
    .flatMap((name) => readFileSync(path.join(log, name), 'utf8').split('\n'))
    .filter((line) => pid !== undefined && line.includes(` [${pid}] `));
  return [...said, ...written].slice(-8).join('\n');
}
