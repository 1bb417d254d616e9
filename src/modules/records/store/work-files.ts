// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A name in a work folder. `size` is that of a helper file; the document's lies with its version. */
export interface WorkEntry {
  readonly path: readonly string[];
  readonly kind: 'document' | 'file' | 'collection';
  readonly size: number;
  readonly mediaType: string;
  readonly etag: string;
  readonly changedAt: Date;
}

/** A property that the server keeps without understanding it. */
export interface KeptProperty {
  readonly uri: string;
  readonly name: string;
  readonly content: string;
  readonly attributes: string;
}

const columns = 'path, kind, coalesce(length(bytes), 0) as size, media_type as "mediaType", etag, changed_at as "changedAt"';

/** One name; undefined when it is free. */
export async function findEntry(tx: Tx, session: string, path: readonly string[]): Promise<WorkEntry | undefined> {
  const [row] = await tx.query<WorkEntry>(`select ${columns} from records.edit_files where session_id = $1 and path = $2`, [
    session,
    path,
  ]);
  return row;
}

/** The names directly below a path. */
export function listEntries(tx: Tx, session: string, path: readonly string[]): Promise<WorkEntry[]> {
  return tx.query<WorkEntry>(
    `select ${columns} from records.edit_files where session_id = $1 and cardinality(path) = $3 + 1 and path[1:$3] = $2 order by path`,
    [session, path, path.length],
  );
}

/** Bytes of a helper file, or a part of them. */
export async function entryBytes(
  tx: Tx,
  session: string,
  { path, from, to }: { path: readonly string[]; from: number; to: number },
): Promise<Uint8Array | undefined> {
  const [row] = await tx.query<{ bytes: Buffer | null }>(
    `select substring(bytes from $3 + 1 for $4) as bytes from records.edit_files where session_id = $1 and path = $2`,
    [session, path, from, to - from],
  );
  return row?.bytes ?? undefined;
}

/** How much lies in the folder. */
export async function folderLoad(tx: Tx, session: string): Promise<{ entries: number; bytes: number }> {
  const [row] = await tx.query<{ entries: number; bytes: number }>(
    'select count(*) as entries, coalesce(sum(length(bytes)), 0) as bytes from records.edit_files where session_id = $1',
    [session],
  );
  return row ?? { entries: 0, bytes: 0 };
}

/** What is written under a name. */
export interface NewEntry {
  readonly session: string;
  readonly file: string;
  readonly path: readonly string[];
  readonly kind: WorkEntry['kind'];
  readonly bytes?: Uint8Array | undefined;
  readonly mediaType?: string | undefined;
  readonly etag?: string | undefined;
  readonly at: Date;
}

/** Writes a name, in the place of what was there; its properties stay. */
export async function putEntry(tx: Tx, { session, file, path, kind, bytes, mediaType, etag, at }: NewEntry): Promise<void> {
  await tx.query(
    `insert into records.edit_files (session_id, file_id, path, kind, bytes, media_type, etag, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (session_id, path) do update
       set kind = excluded.kind, bytes = excluded.bytes, media_type = excluded.media_type, etag = excluded.etag, changed_at = excluded.changed_at`,
    [session, file, path, kind, bytes ?? null, mediaType ?? '', etag ?? '', at],
  );
}

/** Copies a tree of helper files to another name; the names below go along if `deep`. */
export async function copyEntries(
  tx: Tx,
  session: string,
  { from, to, deep }: { from: readonly string[]; to: readonly string[]; deep: boolean },
): Promise<void> {
  await tx.query(
    `insert into records.edit_files (session_id, file_id, path, kind, bytes, media_type, etag, properties, changed_at)
     select session_id, file_id, $3::text[] || path[$4 + 1:], kind, bytes, media_type, etag, properties, kernel.at() from records.edit_files
      where session_id = $1 and path[1:$4] = $2 and ($5 or cardinality(path) = $4)
     on conflict (session_id, path) do update
       set kind = excluded.kind, bytes = excluded.bytes, media_type = excluded.media_type, etag = excluded.etag,
           properties = excluded.properties, changed_at = excluded.changed_at`,
    [session, from, to, from.length, deep],
  );
}

/** Removes a name with everything below. */
export async function removeEntries(tx: Tx, session: string, path: readonly string[]): Promise<void> {
  await tx.query('delete from records.edit_files where session_id = $1 and path[1:$3] = $2', [session, path, path.length]);
}

/** Kept properties of a name. */
export async function propertiesOf(tx: Tx, session: string, path: readonly string[]): Promise<readonly KeptProperty[]> {
  const [row] = await tx.query<{ properties: KeptProperty[] }>(
    'select properties from records.edit_files where session_id = $1 and path = $2',
    [session, path],
  );
  return row?.properties ?? [];
}

/** Writes the properties of a name. */
export async function setProperties(
  tx: Tx,
  session: string,
  { path, properties }: { path: readonly string[]; properties: readonly KeptProperty[] },
): Promise<void> {
  await tx.query('update records.edit_files set properties = $3 where session_id = $1 and path = $2', [
    session,
    path,
    JSON.stringify(properties),
  ]);
}
