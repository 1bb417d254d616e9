// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isRunning } from '../processes.ts';
import type { Home } from './home.ts';

/** First PostgreSQL with the built-in C.UTF-8, which no update of the C library can change under an index. */
const firstBuiltin = 17;

/**
 * Makes sure that there is a complete cluster of the right major version. It is made beside its place and moved there when it is done,
 * so an interrupted `initdb` is never taken for a database. Throws a German sentence.
 */
export function ensureCluster(home: Home, durable: boolean): void {
  const { cluster, binaries } = home;
  if (existsSync(path.join(cluster, 'PG_VERSION'))) {
    checkMajor(home);
    return;
  }
  removeDrafts(cluster);
  mkdirSync(path.dirname(cluster), { recursive: true });
  const draft = mkdtempSync(`${cluster}.new-${process.pid}-`); // 0700
  chownSync(draft, home.account.uid, home.account.gid);
  initialise(home, draft, durable);
  writeFileSync(path.join(draft, 'pg_hba.conf'), accessRules);
  try {
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error; // otherwise somebody else was quicker
  }
  if (durable) console.log(`Datenbank angelegt: ${cluster} (PostgreSQL ${binaries.version}).`);
}

/**
 * `trust` is acceptable only because the socket's folder and the socket have mode 0700 and nothing listens on a network: whoever gets
 * this far is root or the account that owns the data files, and needs no password to read those.
 */
const accessRules = `# Von Fachwerk angelegt. Kein Netz; der Ordner des Sockets (0700) ist der einzige Zugang.
local all all trust
host all all all reject
`;

function initialise({ binaries, account }: Home, draft: string, durable: boolean): void {
  const args = [
    '-D',
    draft,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--data-checksums',
    '--no-instructions',
    '--auth-local=trust',
    '--auth-host=reject',
  ];
  if (!durable) args.push('--no-sync');
  if (binaries.major >= firstBuiltin) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  args.push('--locale=C.UTF-8', '--lc-messages=C', '--text-search-config=german');
  const [file, all] = account.command(path.join(binaries.folder, 'initdb'), args);
  const { status, stderr, error } = spawnSync(file, all, {
    encoding: 'utf8',
    cwd: '/',
    env: serverEnvironment(),
    ...account.ids,
  });
  if (status === 0) return;
  rmSync(draft, { recursive: true, force: true });
  throw new Error(`Die Datenbank ließ sich nicht anlegen (initdb): ${error?.message ?? stderr.trim()}`);
}

/** PostgreSQL reads PGPORT, PGDATA and the like; ours must not depend on what the shell happens to hold. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function checkMajor({ cluster, binaries }: Home): void {
  const found = Number.parseInt(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'), 10);
  if (found === binaries.major) return;
  throw new Error(
    `Die Daten in ${cluster} gehören zu PostgreSQL ${found}, gefunden wurde PostgreSQL ${binaries.version}. ` +
      `Abhilfe: mit FACHWERK_PG_BIN auf PostgreSQL ${found} zeigen, oder dort „npm run backup“ und hier „npm run restore“ ausführen.`,
  );
}

/** Drafts of processes that are no more; a living one may be about to finish. */
function removeDrafts(cluster: string): void {
  const parent = path.dirname(cluster);
  const draft = new RegExp(`^${path.basename(cluster)}\\.new-(\\d+)-`);
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    const pid = draft.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
