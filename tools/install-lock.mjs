// SPDX-License-Identifier: EUPL-1.2
// One installer at a time. Plain JavaScript: it runs before anything is installed.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 10 * 60_000;

/**
 * Waits for the lock, or until somebody else has done the work. A lock whose owner and whose npm are dead is taken over; an npm that outlived
 * its launcher is waited for, because two at once would ruin node_modules.
 */
export async function lockInstallation(root, isDone) {
  const file = path.join(root, 'tmp', 'install.lock');
  const token = randomUUID();
  const mine = { file, token, draft: `${file}.${token}`, text: describe(token, [process.pid]) };
  prepare(mine);
  const notice = setTimeout(() => console.log('Eine andere Installation läuft noch; Fachwerk wartet darauf …'), 3_000);
  const hasWorked = await waitFor(mine, isDone);
  clearTimeout(notice);
  if (hasWorked) return held(mine);
  release(mine);
  console.error(`Eine andere Installation läuft seit mehr als zehn Minuten. Falls nicht: ${file} löschen.`);
  return process.exit(1);
}

async function waitFor(mine, isDone) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(200))
    if (isDone() || (await take(mine))) return true;
  return false;
}

function held(mine) {
  return {
    release: () => release(mine),
    share: (pid) => isOurs(mine) && replace(mine, describe(mine.token, [process.pid, pid])),
  };
}

function describe(token, pids) {
  return JSON.stringify({ token, holders: pids.map((pid) => ({ pid, began: processStart(pid) })) });
}

function isOurs({ file, token }) {
  return tokenOf(readText(file)) === token;
}

function tokenOf(text) {
  try {
    return JSON.parse(text).token;
  } catch {
    return undefined;
  }
}

function release(mine) {
  rmSync(mine.draft, { force: true });
  if (isOurs(mine)) rmSync(mine.file, { force: true });
  try {
    rmdirSync(path.dirname(mine.file));
  } catch {
    // Others are waiting in it, or it holds something else.
  }
}

function prepare({ draft, text }) {
  const folder = path.dirname(draft);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, text);
  } catch (error) {
    console.error(
      `Die Abhängigkeiten sind unvollständig, und ${path.dirname(folder)} darf nicht beschrieben werden (${error.code}).`,
    );
    console.error('Bitte einmal „npm ci --ignore-scripts“ als Eigentümer dieses Verzeichnisses ausführen.');
    process.exit(1);
  }
}

/** Atomic: a complete file takes the place of what was there. */
function replace({ file, draft }, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, text);
  renameSync(draft, file);
}

async function take(mine) {
  const { file, text } = mine;
  try {
    prepare(mine); // whoever released the lock may have removed the folder
    linkSync(mine.draft, file); // atomic: fails if the lock exists
    return true;
  } catch {
    const seen = readText(file);
    if (seen === '' || isHeld(seen) || readText(file) !== seen) return false;
    replace(mine, text);
    await sleep(200); // two may have replaced it at the same time; the last one has it
    return isOurs(mine);
  }
}

function isHeld(text) {
  try {
    return JSON.parse(text).holders.some(isAlive);
  } catch {
    return false;
  }
}

function isAlive({ pid, began }) {
  try {
    process.kill(pid, 0);
    return began === processStart(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Process ids are used again; together with the start they name one process. Empty where the system does not tell. */
function processStart(pid) {
  return readText(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[19] ?? '';
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
