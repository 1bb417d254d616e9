// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { saveFile, saveStream } from './copy-file.ts';
import type { BackupManifest, BackupPart } from './manifest.ts';
import { listSequences, listTables, type SavedTable } from './tables.ts';

/** What to save, and where to. */
export interface Saving {
  /** A connection that sees every row: the embedded server's superuser, or a role with BYPASSRLS. */
  readonly admin: pg.ClientConfig;
  readonly dataDir: string;
  readonly target: string;
  readonly version: string;
  readonly progress: (sentence: string) => void;
}

/** Saves everything as of one moment, while the application goes on: tables in one snapshot, then the contents that the snapshot knows. */
export async function saveBackup(saving: Saving): Promise<BackupManifest> {
  const { admin, target, progress, version } = saving;
  const client = new pg.Client({
    ...admin,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local row_security = off'); // an error beats a backup that silently lacks rows
    const at = new Date().toISOString();
    const tables: BackupManifest['tables'] = [];
    const listed = await listTables(client);
    for (const [index, table] of listed.entries()) {
      tables.push(await saveTable(client, table, target));
      progress(`${index + 1} von ${listed.length} Tabellen gesichert`);
    }
    const { rows: migrations } = await client.query<BackupManifest['migrations'][number]>(
      'select module, name, sha256 from public.fachwerk_migration order by module, name',
    );
    const { rows: heads } = await client.query<{ size: number; note: string }>(
      'select size, note from journal.head order by size desc limit 1',
    );
    const sequences = await listSequences(client);
    const { rows: hashes } = await client.query<{ hash: string; sealed_hash: string }>(
      'select hash, sealed_hash from kernel.blob_key',
    );
    await client.query('commit');
    const contents = await saveContents(saving, hashes);
    const files = [...contents, ...(await saveFolder(saving, 'keys')), ...(await saveFolder(saving, 'witness'))];
    const manifest: BackupManifest = {
      format: 'fachwerk-backup/1',
      at,
      version,
      migrations,
      tables,
      sequences,
      head: heads[0] ?? null,
      contents: contents.length,
      files,
    };
    await writeFile(path.join(target, 'backup.json'), JSON.stringify(manifest, null, 1), { mode: 0o600, flush: true });
    return manifest;
  } finally {
    await client.end();
  }
}

async function saveTable(
  client: pg.ClientBase,
  { name, columns }: SavedTable,
  target: string,
): Promise<BackupManifest['tables'][number]> {
  const stream = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
  const file = await saveStream(target, `tables/${name}.copy`, stream as unknown as Readable);
  return { name, columns: [...columns], rows: stream.rowCount ?? 0, file };
}

/** Sealed contents never change under their name, so they are copied after the snapshot without any lock. */
async function saveContents(
  { dataDir, target, progress }: Saving,
  hashes: readonly { hash: string; sealed_hash: string }[],
): Promise<BackupPart[]> {
  const saved: BackupPart[] = [];
  for (const { hash, sealed_hash: sealed } of hashes) {
    const relative = `content/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.${sealed.slice(0, 16)}`;
    saved.push(await saveFile(target, relative, path.join(dataDir, relative)));
    if (saved.length % 500 === 0) progress(`${saved.length} von ${hashes.length} Inhalten gesichert`);
  }
  progress(`${saved.length} Inhalte gesichert`);
  return saved;
}

async function saveFolder({ dataDir, target }: Saving, folder: string): Promise<BackupPart[]> {
  const names = await readdir(path.join(dataDir, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files: string[] = [];
  for (const name of names.sort()) {
    const isFile = (await stat(path.join(dataDir, folder, name))).isFile();
    // Passwords of database roles belong to the server that was left behind, not to the one that will be restored.
    if (isFile && name !== 'database.json') files.push(`${folder}/${name}`);
  }
  return Promise.all(files.map((relative) => saveFile(target, relative, path.join(dataDir, relative))));
}

/** Reads what a backup says of itself. */
export async function readManifestText(folder: string): Promise<string> {
  return readFile(path.join(folder, 'backup.json'), 'utf8');
}
