// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** An upload whose content is stored and waits to become a document. */
export interface StoredUpload {
  readonly id: string;
  readonly case: string;
  readonly name: string;
  readonly size: number;
  readonly content: string;
  readonly mediaType: string;
}

/** Locks a stored upload that has not been used yet. A document is made from an upload, never from a hash that somebody knows. */
export async function findStoredUpload(tx: Tx, id: string): Promise<StoredUpload | undefined> {
  const [row] = await tx.query<StoredUpload>(
    `select id, case_id as case, name, size, content, media_type as "mediaType" from records.uploads
      where id = $1 and state = 'stored' and content is not null and document_id is null for update`,
    [id],
  );
  return row;
}

/** An upload as it is now. */
export interface UploadRow {
  readonly id: string;
  readonly case: string;
  readonly name: string;
  readonly size: number;
  readonly state: 'receiving' | 'stored' | 'refused';
  readonly reason: string;
  readonly document: string | null;
}

/** Begins an upload, or finds the one that the same id began before. Technical state: no act, so no journal entry. */
export async function beginUpload(
  tx: Tx,
  upload: { id: string; case: string; name: string; size: number; expiresOn: string },
): Promise<UploadRow | undefined> {
  await tx.query(
    `insert into records.uploads (id, case_id, file_id, name, size, expires_on)
     select $1, c.id, c.file_id, $3, $4, $5 from records.cases c where c.id = $2
     on conflict (id) do nothing`,
    [upload.id, upload.case, upload.name, upload.size, upload.expiresOn],
  );
  return findUpload(tx, upload.id);
}

/** An upload that the caller may see. */
export async function findUpload(tx: Tx, id: string): Promise<UploadRow | undefined> {
  const [row] = await tx.query<UploadRow>(
    'select id, case_id as case, name, size, state, reason, document_id as document from records.uploads where id = $1',
    [id],
  );
  return row;
}

/** The content lies in the store: the upload may become a document. */
export async function markStored(
  tx: Tx,
  id: string,
  stored: { content: string; size: number; mediaType: string },
): Promise<void> {
  await tx.query(
    "update records.uploads set state = 'stored', content = $2, size = $3, media_type = $4 where id = $1 and state = 'receiving'",
    [id, stored.content, stored.size, stored.mediaType],
  );
}

/** The content was not taken in; the reason stays for whoever asks again. */
export async function markRefused(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.query("update records.uploads set state = 'refused', reason = $2 where id = $1 and state = 'receiving'", [id, reason]);
}
