// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { beginningOf, isRunning } from './processes.ts';

/** Why a process holds the data folder; the text completes „Auf diesem Datenordner läuft bereits …“. */
export type Purpose = 'Fachwerk' | 'eine Sicherung' | 'eine Wiederherstellung' | 'ein Prüflauf';

/** The lock on a data folder: only one process may write to it. */
export interface InstanceLock {
  readonly taken: false;
  /** Tells later starters where this instance answers. */
  announce(url: string): void;
  release(): void;
}

/** Somebody else holds it. */
export interface Occupied {
  readonly taken: true;
  /** For the terminal: `Fachwerk läuft bereits unter http://…`. */
  readonly text: string;
  /** 0 when what the caller wanted (a running Fachwerk) is there. */
  readonly exitCode: 0 | 1;
  readonly url?: string | undefined;
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly beginning?: string | undefined;
  readonly host: string;
  readonly purpose: Purpose;
  readonly url?: string | undefined;
}

const heartbeat = 5_000;
/** Process numbers of another container or machine mean nothing here; a lock that is still being touched does. */
const foreignSilence = 30_000;

/** Takes the lock of a data folder; a lock whose owner is dead is taken over. */
export async function lockInstance(
  { run }: Pick<DataFolder, 'run'>,
  purpose: Purpose = 'Fachwerk',
): Promise<InstanceLock | Occupied> {
  const file = path.join(run, 'instance.json');
  const mine: Holder = {
    token: randomUUID(),
    pid: process.pid,
    beginning: beginningOf(process.pid),
    host: os.hostname(),
    purpose,
  };
  for (let left = 5; left > 0; left -= 1) {
    if (place(file, mine) || (await replaceDead(file, mine))) return held(file, mine);
    const holder = read(file);
    if (holder && isAlive(file, holder)) return occupied(holder);
  }
  throw new Error(`Die Sperre ${file} lässt sich nicht nehmen. Läuft kein Fachwerk, bitte die Datei löschen.`);
}

/** Who holds a data folder at this moment, without taking or touching anything. */
export function whoHolds({ run }: Pick<DataFolder, 'run'>): Occupied | undefined {
  const file = path.join(run, 'instance.json');
  const holder = read(file);
  return holder && isAlive(file, holder) ? occupied(holder) : undefined;
}

function held(file: string, mine: Holder): InstanceLock {
  const isMine = () => read(file)?.token === mine.token;
  const beat = setInterval(() => isMine() && utimesSync(file, new Date(), new Date()), heartbeat).unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    if (isMine()) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { taken: false, announce: (url) => write(file, { ...mine, url }), release };
}

function occupied({ purpose, url, pid }: Holder): Occupied {
  const text = url ? `Fachwerk läuft bereits unter ${url}` : `Auf diesem Datenordner läuft bereits ${purpose} (Prozess ${pid}).`;
  return { taken: true, text, exitCode: url ? 0 : 1, url };
}

function isAlive(file: string, { pid, beginning, host }: Holder): boolean {
  if (host !== os.hostname()) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < foreignSilence;
  return pid !== process.pid && isRunning(pid) && beginningOf(pid) === beginning;
}

/** Atomic: a complete file appears under the name, or nothing does because the name is taken. */
function place(file: string, mine: Holder): boolean {
  const draft = `${file}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two may replace a dead lock at the same moment: the one whose name stands there after a pause has it. */
async function replaceDead(file: string, mine: Holder): Promise<boolean> {
  const holder = read(file);
  if (holder && isAlive(file, holder)) return false;
  if (read(file)?.token !== holder?.token) return false;
  write(file, mine);
  await sleep(150);
  return read(file)?.token === mine.token;
}

function write(file: string, holder: Holder): void {
  const draft = `${file}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, file);
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined; // none, or torn by a power cut
  }
}
