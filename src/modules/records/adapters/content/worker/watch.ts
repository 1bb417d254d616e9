// SPDX-License-Identifier: EUPL-1.2
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process and its descendants use: resident bytes, seconds of processor time since they started, and how many they are. */
export type Usage = { residentBytes: number; cpuSeconds: number; processes: number };

const TICKS_PER_SECOND = 100;
const MAX_PROCESSES = 100;

/** Reads the usage from /proc; undefined where there is none (then the limits of the kernel and the clock remain). */
export function readUsage(pid: number): Usage | undefined {
  const usage: Usage = { residentBytes: 0, cpuSeconds: 0, processes: 0 };
  const waiting = [pid];
  while (waiting.length > 0 && usage.processes < MAX_PROCESSES) {
    const next = waiting.pop() ?? 0;
    const own = readOne(next);
    if (!own) continue;
    usage.residentBytes += own.residentBytes;
    usage.cpuSeconds += own.cpuSeconds;
    usage.processes += 1;
    waiting.push(...childrenOf(next));
  }
  return usage.processes > 0 ? usage : undefined;
}

/** Bytes of the files directly in a folder; links are not followed. */
export function folderBytes(folder: string): number {
  let total = 0;
  for (const entry of list(folder)) total += sizeOf(join(folder, entry));
  return total;
}

// proc(5): in "stat" the second field is the name in brackets and may hold blanks; counting starts behind the last bracket.
function readOne(pid: number): { residentBytes: number; cpuSeconds: number } | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const status = read(`/proc/${pid}/status`);
  if (stat === undefined || status === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
  return { residentBytes: kilobytes * 1024, cpuSeconds: ticks / TICKS_PER_SECOND };
}

/** The direct children of a process. */
export function childrenOf(pid: number): number[] {
  return (read(`/proc/${pid}/task/${pid}/children`) ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map(Number);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
