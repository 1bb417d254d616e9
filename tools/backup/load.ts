// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { prepareSchema } from '../../src/kernel/prepare.ts';
import { modules } from '../../src/app.ts';
import type { Connections } from '../postgres/index.ts';
import { checkPart, saveFile } from './copy-file.ts';
import { type BackupManifest, backupManifest } from './manifest.ts';
import { readManifestText } from './save.ts';
import { listTables } from './tables.ts';

/** What to restore, and into what. */
export interface Loading {
  readonly source: string;
  readonly dataDir: string;
  readonly connections: Connections;
  /** A connection that may write every row. */
  readonly admin: pg.ClientConfig;
  readonly progress: (sentence: string) => void;
}

/** Reads and checks every part of a backup before anything is written. */
export async function checkBackup(source: string, progress: (sentence: string) => void): Promise<BackupManifest> {
  const manifest = backupManifest.parse(JSON.parse(await readManifestText(source)));
  const parts = [...manifest.tables.map(({ file }) => file), ...manifest.files];
  for (const [index, part] of parts.entries()) {
    await checkPart(source, part);
    if ((index + 1) % 500 === 0) progress(`${index + 1} von ${parts.length} Teilen geprüft`);
  }
  progress(`${parts.length} Teile geprüft, alle unversehrt`);
  return manifest;
}

/** Keys and contents first, so that the database never names what is not there. Only into an empty folder. */
export async function loadFiles(
  { source, dataDir, progress }: Pick<Loading, 'source' | 'dataDir' | 'progress'>,
  manifest: BackupManifest,
): Promise<void> {
  for (const folder of ['keys', 'content', 'witness']) {
    const names = await readdir(path.join(dataDir, folder)).catch(() => []);
    if (names.some((name) => name !== 'database.json' && !name.startsWith('.') && name !== 'uploads' && name !== 'drafts'))
      throw new Error(`Im Datenordner ${dataDir} liegt schon etwas (${folder}). Zurückgespielt wird nur in einen leeren.`);
    await mkdir(path.join(dataDir, folder), { recursive: true, mode: 0o700 });
  }
  for (const { path: relative } of manifest.files) await saveFile(dataDir, relative, path.join(source, relative));
  progress(`${manifest.files.length} Dateien zurückgespielt`);
}

/** Fills an empty database of the same schema in one transaction: all or nothing. */
export async function loadTables(loading: Loading, manifest: BackupManifest): Promise<void> {
  const { connections, admin, source, progress } = loading;
  await prepareSchema(connections, modules);
  const client = new pg.Client({
    ...admin,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  await client.connect();
  try {
    await refuseOtherVersion(client, manifest);
    await client.query('begin');
    const tables = await listTables(client);
    for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
    for (const { name } of tables.toReversed()) await client.query(`delete from ${name}`);
    for (const [index, { name, columns, file, rows }] of manifest.tables.entries()) {
      const stream = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
      await pipeline(createReadStream(path.join(source, file.path)), stream);
      if (stream.rowCount !== rows) throw new Error(`${name}: ${rows} Zeilen gesichert, ${stream.rowCount} zurückgespielt`);
      progress(`${index + 1} von ${manifest.tables.length} Tabellen zurückgespielt`);
    }
    for (const { name, last } of manifest.sequences) await client.query('select setval($1::regclass, $2::bigint)', [name, last]);
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** A backup fits the version that made it; a newer program migrates afterwards, at its start. */
async function refuseOtherVersion(client: pg.ClientBase, manifest: BackupManifest): Promise<void> {
  const { rows } = await client.query<{ module: string; name: string; sha256: string }>(
    'select module, name, sha256 from public.fachwerk_migration',
  );
  const here = new Set(rows.map((row) => `${row.module}/${row.name}/${row.sha256}`));
  const there = manifest.migrations.map((row) => `${row.module}/${row.name}/${row.sha256}`);
  if (here.size !== there.length || there.some((row) => !here.has(row))) {
    throw new Error(
      `Diese Sicherung stammt von Version ${manifest.version} mit einem anderen Datenbankstand. Spielen Sie sie mit jener Version zurück und starten Sie danach die neue.`,
    );
  }
}
