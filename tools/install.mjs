// SPDX-License-Identifier: EUPL-1.2
// Brings node_modules to the state of package-lock.json. Plain JavaScript: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockInstallation } from './install-lock.mjs';

/** Installs what is missing, once, however many commands start at the same time; repairs an installation that was interrupted. */
export async function ensureInstalled(root, { developers }) {
  const wanted = fingerprint(root);
  if (isComplete(root, wanted, developers)) return;
  const lock = await lockInstallation(root, () => isComplete(root, wanted, developers));
  try {
    const isReady = isComplete(root, wanted, developers) || adopt(root, wanted, developers);
    if (!isReady) await install(root, { wanted, developers, lock });
  } finally {
    lock.release();
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

async function install(root, { wanted, developers, lock }) {
  const began = Date.now();
  rmSync(stampOf(root), { force: true });
  console.log('Fachwerk installiert seine Abhängigkeiten (npm ci) …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...(developers ? [] : ['--omit=dev'])];
  const [command, first] = npm();
  const code = await run(command, [...first, ...args], { cwd: root, lock });
  if (code !== 0) {
    console.error(
      `npm ci ist fehlgeschlagen (Rückgabe ${code}). Besteht eine Verbindung zur Paketquelle, und darf ${root} beschrieben werden?`,
    );
    lock.release();
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
function run(command, args, { cwd, lock }) {
  return new Promise((resolve) => {
    const { NODE_ENV: _, npm_config_omit: __, npm_config_production: ___, ...env } = process.env; // would leave packages out silently
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    lock.share(child.pid);
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

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
