// SPDX-License-Identifier: EUPL-1.2
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The one folder that holds everything an installation must not lose. */
export interface DataFolder {
  readonly path: string;
  /** The embedded database; a link where the service account cannot reach this folder. */
  readonly postgres: string;
  /** Documents' bytes, by SHA-256. */
  readonly content: string;
  /** Signing keys, keys of content, database passwords; 0700. */
  readonly keys: string;
  /** Logs without personal data, seven days. */
  readonly log: string;
  /** Lock, sockets: nothing in it outlives a restart. */
  readonly run: string;
}

const root = path.join(import.meta.dirname, '..');
const secret = 0o700;

/** Where the data lies: `FACHWERK_DATA`, else `var` in the project. */
export function dataPath(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env['FACHWERK_DATA'] || path.join(root, 'var'));
}

/** Names the parts of a data folder without touching the disk. */
export function dataFolderAt(folder: string): DataFolder {
  const part = (name: string) => path.join(folder, name);
  return {
    path: folder,
    postgres: part('postgres'),
    content: part('content'),
    keys: part('keys'),
    log: part('log'),
    run: part('run'),
  };
}

/** Makes the folders, closed to other people. Throws a German sentence when that is not allowed. */
export function openDataFolder(folder: string = dataPath()): DataFolder {
  const data = dataFolderAt(folder);
  try {
    mkdirSync(data.path, { recursive: true, mode: secret });
    for (const name of [data.content, data.keys, data.log, data.run]) mkdirSync(name, { recursive: true, mode: secret });
    chmodSync(data.keys, secret);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `Der Datenordner ${folder} ist nicht beschreibbar (${code}). Eigentümer prüfen oder FACHWERK_DATA auf einen anderen Ordner setzen.`,
      { cause },
    );
  }
  return data;
}
