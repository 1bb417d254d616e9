// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../processes.ts';

/** What `postmaster.pid` says (PostgreSQL documents its eight lines in `miscadmin.h`). */
export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | '';
}

const pidLine = 0;
const socketLine = 4;
const statusLine = 7;

/** Reads the lock file of a cluster; undefined when there is none. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = linesOf(cluster);
  const pid = Number(lines[pidLine]);
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  return { pid, socketDir: lines[socketLine]?.trim() ?? '', status: (lines[statusLine]?.trim() ?? '') as Postmaster['status'] };
}

/** The server that runs on this cluster right now, whoever started it. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster);
  return found && isRunning(found.pid) && isServerOf(found, cluster) ? found : undefined;
}

/**
 * After a crash the lock file may name a process number that meanwhile belongs to somebody else (in containers almost always); PostgreSQL
 * would then refuse to start. Our own number is one that it passes over, while its second safeguard, the shared memory key in the same file,
 * stays in force. Deleting the file would remove both.
 */
export function clearStaleLock(cluster: string): void {
  const found = readPostmaster(cluster);
  if (!found || !isRunning(found.pid) || isServerOf(found, cluster)) return;
  // In place: the file belongs to the account that PostgreSQL runs as, and must go on doing so.
  writeFileSync(path.join(cluster, 'postmaster.pid'), [String(process.pid), ...linesOf(cluster).slice(1)].join('\n'));
}

/**
 * The lock of the socket has only a process number, and after a power cut or in a new container it is somebody else's, almost always.
 * Whose working directory is not this cluster is no server of it.
 */
export function clearStaleSocket(cluster: string, socketDir: string): void {
  const lock = path.join(socketDir, '.s.PGSQL.5432.lock');
  const pid = Number(existsSync(lock) && readFileSync(lock, 'utf8').split('\n')[pidLine]);
  if (pid > 0 && isRunning(pid) && !isServerOf({ pid, socketDir }, cluster)) rmSync(lock, { force: true });
}

/** A postmaster's working directory is its cluster. Without /proc an existing socket has to do. */
function isServerOf({ pid, socketDir }: Pick<Postmaster, 'pid' | 'socketDir'>, cluster: string): boolean {
  if (!existsSync('/proc/self/cwd')) return existsSync(path.join(socketDir, '.s.PGSQL.5432'));
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false; // not ours to look into, so not a server that we could have started
  }
}

function linesOf(cluster: string): string[] {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
