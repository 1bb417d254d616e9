// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

/** Whether a process with this number exists and is not merely a zombie that nobody has collected yet. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false; // EPERM: it exists but belongs to somebody else
  }
  return statOf(pid)?.state !== 'Z';
}

/**
 * Boot and moment at which a process began, as an opaque text; process numbers are used again, number and beginning together are not.
 * Undefined where the system does not tell (no /proc).
 */
export function beginningOf(pid: number): string | undefined {
  const start = statOf(pid)?.start;
  return start === undefined ? undefined : `${textOf('/proc/sys/kernel/random/boot_id').trim()}:${start}`;
}

function statOf(pid: number): { state: string; start: string } | undefined {
  const fields = textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []; // the name in brackets may hold blanks
  const [state, start] = [fields[0], fields[19]];
  return state && start ? { state, start } : undefined;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
