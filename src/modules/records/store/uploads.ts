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
