// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../../tools/processes.ts';
import type { Stage } from './stage.ts';

/**
 * Kills a server and every process of it with SIGKILL, as the kernel would when memory runs out. PostgreSQL's children are process
 * groups of their own, so they are looked up; the postmaster is stopped first, so that it starts no new ones meanwhile.
 */
export async function killDatabase({ server }: Pick<Stage, 'server'>): Promise<void> {
  const pid = server.pid();
  if (pid === undefined) throw new Error('no server to kill');
  process.kill(pid, 'SIGSTOP');
  const all = [...childrenOf(pid), pid];
  for (const one of all) signal(one, 'SIGKILL');
  while (all.some(isRunning)) await sleep(2);
}

/** Stops a server and every process of it in mid-step, lets something look at its files, and lets it go on. */
export function whileFrozen<T>({ server }: Pick<Stage, 'server'>, work: () => T): T {
  const pid = server.pid();
  if (pid === undefined) throw new Error('no server to freeze');
  process.kill(pid, 'SIGSTOP');
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) signal(one, 'SIGSTOP');
  try {
    return work();
  } finally {
    for (const one of all) signal(one, 'SIGCONT');
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

/** Numbers of the processes that a process has started. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined; // ended between the two looks
  }
}

/** Waits until something holds; false when it does not within the time. */
export async function until(holds: () => boolean | Promise<boolean>, patienceMs: number, everyMs = 25): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(everyMs)) if (await holds()) return true;
  return false;
}
