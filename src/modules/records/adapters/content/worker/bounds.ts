// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { WORKER_LIMITS } from '../limits.ts';
import { OUTPUT_FOLDER } from './protocol.ts';
import { folderBytes, readUsage } from './watch.ts';

/** How a job ended: a reply lies in the folder, or the process was ended for a reason, or it ended itself. */
export type JobEnd = { end: 'reply' } | { end: 'timeout' | 'memory' | 'disk' | 'died'; detail: string };

/** A process group with a folder and a time. */
export type Bounded = { pid: number; folder: string; milliseconds: number };

const WATCH_MILLISECONDS = 50;

/** Ends a process group when it goes beyond a bound; the kernel's own limits lie a little further out. */
export async function stopWhenBeyond(job: Bounded, over: AbortSignal): Promise<JobEnd> {
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
      killGroup(job.pid);
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

/** Ends the whole group: the fence's helpers and whatever was started inside. */
export function killGroup(pid: number): void {
  if (pid <= 1) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Whether a process ended for lack of memory: V8, C++ and the kernel's killer each have their own way to say so. */
export function isExhausted(errors: string, how: string): boolean {
  return (
    errors.includes('heap out of memory') ||
    errors.includes('bad_alloc') ||
    errors.includes('out of memory') ||
    how === 'exit SIGKILL'
  );
}
