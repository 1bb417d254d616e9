// SPDX-License-Identifier: EUPL-1.2
// Whatever happens to a run, nothing of it stays: no process, no mounted disk, no folder.
import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginningOf, isRunning } from '../../tools/processes.ts';
import { unmountBelow } from './power-disk.ts';
import { childrenOf, until } from './processes.ts';
import { folderPrefix } from './stage.ts';

const ownerFile = 'owner';

/** Writes down whose a folder is, so that a later run knows when nobody's. */
export function claim(root: string): void {
  writeFileSync(path.join(root, ownerFile), `${process.pid} ${beginningOf(process.pid) ?? ''}`);
}

/** Removes what runs left behind that were killed with SIGKILL. */
export async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((one) => one.startsWith(folderPrefix))) {
    const root = path.join(os.tmpdir(), name);
    if (isAbandoned(root)) await clear(root, workingBelow(root));
  }
}

function isAbandoned(root: string): boolean {
  try {
    const [pid, beginning] = readFileSync(path.join(root, ownerFile), 'utf8').split(' ');
    return beginning !== '' && beginningOf(Number(pid)) !== beginning;
  } catch {
    return false; // somebody else's, or being made this moment
  }
}

function workingBelow(root: string): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(`${root}/`);
    } catch {
      return false;
    }
  });
}

/** Ends every process that this one has started, and clears the folder away. */
export async function clearOwn(root: string): Promise<void> {
  await clear(root, [...descendantsOf(process.pid), ...workingBelow(root)]);
}

function descendantsOf(pid: number): number[] {
  const children = childrenOf(pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

async function clear(root: string, pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
  await until(() => !pids.some(isRunning), 5_000);
  await sleep(50);
  unmountBelow(root);
  rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
