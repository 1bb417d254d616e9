// SPDX-License-Identifier: EUPL-1.2
// Brings node_modules to the state of package-lock.json. Plain JavaScript: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 10 * 60_000;

/** Installs what is missing, once, however many commands start at the same time; repairs an installation that was interrupted. */
export async function ensureInstalled(root, { developers }) {
  const wanted = fingerprint(root);
  if (isComplete(root, wanted, developers)) return;
  const release = await lock(root, () => isComplete(root, wanted, developers));
  try {
    if (!isComplete(root, wanted, developers) && !adopt(root, wanted, developers)) await install(root, wanted, developers);
  } finally {
    release();
  }
}

function fingerprint(root) {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

const stampOf = (root) => path.join(root, 'node_modules', '.fachwerk');
const listOf = (root) => path.join(root, 'node_modules', '.package-lock.json');

/** The stamp is written last and removed first, so an interrupted installation never carries one. */
function isComplete(root, wanted, developers) {
  const stamp = readText(stampOf(root));
  if (stamp !== `${wanted}+dev` && (developers || stamp !== wanted)) return false;
  return Object.entries(packagesOf(listOf(root))).every(
    ([name, { link }]) => link || existsSync(path.join(root, name, 'package.json')),
  );
}

/** Someone ran `npm ci` by hand: if it installed what the lock file names, that is as good as ours. */
function adopt(root, wanted, developers) {
  const installed = packagesOf(listOf(root));
  const missing = (withDev) =>
    Object.entries(packagesOf(path.join(root, 'package-lock.json'))).some(
      ([name, entry]) =>
        name.startsWith('node_modules/') && isNeeded(name, entry, withDev) && !isSame(root, name, entry, installed[name]),
    );
  if (missing(developers)) return false;
  return mark(root, missing(true) ? wanted : `${wanted}+dev`);
}

function isNeeded(name, entry, withDev) {
  if (entry.dev && !withDev) return false;
  if (!entry.optional) return true;
  return name.endsWith(`-${process.platform}-${process.arch}`) || name.endsWith(`/${process.platform}-${process.arch}`);
}

function isSame(root, name, entry, found) {
  if (!found || !existsSync(path.join(root, name, 'package.json'))) return false;
  return entry.link ? found.link === true : found.version === entry.version && found.integrity === entry.integrity;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function mark(root, stamp) {
  try {
    writeFileSync(stampOf(root), stamp);
  } catch {
    // A folder that may only be read, but is complete: nothing is wrong, the next start checks again.
  }
  return true;
}

async function install(root, wanted, developers) {
  const began = Date.now();
  rmSync(stampOf(root), { force: true });
  console.log('Fachwerk installiert seine Abhängigkeiten (npm ci) …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...(developers ? [] : ['--omit=dev'])];
  const [command, first] = npm();
  const code = await run(command, [...first, ...args], root);
  if (code !== 0) {
    console.error(
      `npm ci ist fehlgeschlagen (Rückgabe ${code}). Besteht eine Verbindung zur Paketquelle, und darf ${root} beschrieben werden?`,
    );
    process.exit(code || 1);
  }
  mark(root, developers ? `${wanted}+dev` : wanted);
  console.log(`Abhängigkeiten installiert (${((Date.now() - began) / 1000).toFixed(1).replace('.', ',')} s).`);
}

/** The npm that called us, else the one beside our Node (systemd calls us without npm), else the one on the PATH. */
function npm() {
  const given = process.env.npm_execpath;
  const beside = path.join(path.dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  for (const cli of [given, beside])
    if (cli && path.basename(cli) === 'npm-cli.js' && existsSync(cli)) return [process.execPath, [cli]];
  return ['npm', []];
}

/** npm must end before we give the lock back, so signals are passed on and its end is awaited. */
function run(command, args, cwd) {
  return new Promise((resolve) => {
    const { NODE_ENV: _, npm_config_omit: __, npm_config_production: ___, ...env } = process.env; // would leave packages out silently
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.on(signal, pass);
    const done = (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', () => done(127));
    child.on('exit', (code) => done(code ?? 1));
  });
}

/** One installer at a time. A lock whose owner died is taken over; whoever waited and finds the work done goes on without it. */
async function lock(root, isDone) {
  const folder = path.join(root, 'tmp');
  const file = path.join(folder, 'install.lock');
  const mine = JSON.stringify({ pid: process.pid, began: processStart(process.pid), token: randomUUID() });
  const draft = `${file}.${process.pid}`;
  prepare(folder, draft, mine);
  const release = () => {
    rmSync(draft, { force: true });
    if (readText(file) === mine) rmSync(file, { force: true });
    try {
      rmdirSync(folder);
    } catch {
      // Others are waiting in it, or it holds something else.
    }
  };
  for (const deadline = Date.now() + patience; Date.now() < deadline && !isDone(); await sleep(200))
    if (await take(file, draft, mine)) return release;
  if (isDone()) return release;
  release();
  console.error(`Eine andere Installation läuft seit mehr als zehn Minuten. Falls nicht: ${file} löschen.`);
  return process.exit(1);
}

function prepare(folder, draft, mine) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, mine);
  } catch (error) {
    console.error(
      `Die Abhängigkeiten sind unvollständig, und ${path.dirname(folder)} darf nicht beschrieben werden (${error.code}).`,
    );
    console.error('Bitte einmal „npm ci --ignore-scripts“ als Eigentümer dieses Verzeichnisses ausführen.');
    process.exit(1);
  }
}

async function take(file, draft, mine) {
  try {
    linkSync(draft, file); // atomic: fails if the lock exists
    return true;
  } catch {
    const held = readText(file);
    if (held === '' || isHeld(held)) return false;
    writeFileSync(draft, mine);
    if (readText(file) !== held) return false;
    renameSync(draft, file); // atomic: replaces the dead owner's lock
    await sleep(200); // two may have replaced it at the same time; the last one has it
    const won = readText(file) === mine;
    writeFileSync(draft, mine);
    return won;
  }
}

function isHeld(held) {
  try {
    const { pid, began } = JSON.parse(held);
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
