// SPDX-License-Identifier: EUPL-1.2
// The one entry of every command: plain JavaScript without dependencies, so that it runs before anything is installed, on any Node >= 20.
// It installs what package-lock.json names, takes the Node that came with it, starts tools/<command>.ts and stays in front of it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldestNode = 20;
const ownNode = 24;

/** Commands that need the developers' dependencies as well (tests, compilers, browsers). */
const forDevelopers = ['test', 'lint', 'bench', 'faults', 'conformance'];
const forOperators = ['start', 'doctor', 'backup', 'restore', 'manifest', 'where', 'sbom', 'build-verify'];

/** A sentence for the person at the terminal, and a failing exit code. */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Node 24 as npm brought it for this machine, else the Node we run on if it is new enough. */
function chooseNode() {
  const major = Number(process.versions.node.split('.')[0]);
  const bundled = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (major >= ownNode) return process.execPath;
  return refuse(
    `Fachwerk braucht Node ${ownNode}. Für ${process.platform}-${process.arch} liegt keines bei; gefunden wurde ${process.version}. Bitte Node ${ownNode} installieren.`,
  );
}

/** Paths that a person gives count from where that person stands, not from the project's folder. */
function environment() {
  const here = process.env.INIT_CWD ?? process.cwd();
  const data = process.env.FACHWERK_DATA;
  return { ...process.env, INIT_CWD: here, ...(data ? { FACHWERK_DATA: path.resolve(here, data) } : {}) };
}

/**
 * npm passes SIGTERM only to its shell, and kill -9 reaches nobody below npm: when npm or its shell is gone, we stop as well.
 * Only under npm: someone who starts us with `nohup` or `setsid` wants us to outlive the terminal.
 */
function watchParents() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const grandparent = shellsParent(parent);
  setInterval(() => {
    if (process.ppid !== parent || shellsParent(parent) !== grandparent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/** The parent of npm's shell; empty if the shell has made room for us and npm itself is the parent. */
function shellsParent(pid) {
  try {
    const [name, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(/\((.*)\) /)
      .slice(1);
    return /^(?:sh|dash|bash|zsh|ksh|busybox)$/.test(name) ? rest.split(' ')[1] : '';
  } catch {
    return '';
  }
}

function start(command, args) {
  const loader = pathToFileURL(path.join(root, 'tools', 'tsx.mjs')).href;
  const child = spawn(chooseNode(), ['--import', loader, path.join(root, 'tools', `${command}.ts`), ...args], {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
  });
  let stopped = false;
  const stop = (signal) => {
    if (!stopped || signal !== 'SIGTERM') child.kill(signal);
    stopped = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  child.on('error', (error) => refuse(`${command} ließ sich nicht starten: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (os.constants.signals[signal] ?? 0) : (code ?? 1)));
}

async function main() {
  const [command = 'start', ...args] = process.argv.slice(2);
  if (Number(process.versions.node.split('.')[0]) < oldestNode)
    refuse(
      `Fachwerk braucht mindestens Node ${oldestNode}, gefunden wurde ${process.version}. Bitte Node ${oldestNode} oder neuer installieren (https://nodejs.org).`,
    );
  if (![...forDevelopers, ...forOperators].includes(command))
    refuse(`Den Befehl „${command}“ gibt es nicht. Es gibt: ${[...forOperators, ...forDevelopers].sort().join(', ')}.`);
  if (!existsSync(path.join(root, 'tools', `${command}.ts`)))
    refuse(`tools/${command}.ts fehlt: Das Verzeichnis ${root} ist unvollständig.`);
  watchParents();
  await ensureInstalled(root, { developers: forDevelopers.includes(command) });
  start(command, args);
}

await main();
