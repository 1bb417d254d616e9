// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Content that the caller may read: blobs lie outside row level security, so every byte goes through this row. */
export interface ReadableContent {
  readonly content: string;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Finds the original, or a rendition, of a document's version (the newest unless named). */
export async function findContent(
  tx: Tx,
  wanted: { document: string; version: number | undefined; rendition?: { kind: 'page' | 'thumbnail'; page: number } },
): Promise<ReadableContent | undefined> {
  const { document, version, rendition } = wanted;
  const [row] = rendition
    ? await tx.query<ReadableContent>(
        `select r.content, r.size, r.media_type as "mediaType", v.file_name as "fileName"
           from records.documents d join records.versions v on v.document_id = d.id and v.no = coalesce($2, d.versions)
           join records.renditions r on r.version_id = v.id and r.kind = $3 and r.page = $4
          where d.id = $1`,
        [document, version ?? null, rendition.kind, rendition.page],
      )
    : await tx.query<ReadableContent>(
        `select v.content, v.size, v.media_type as "mediaType", v.file_name as "fileName"
           from records.documents d join records.versions v on v.document_id = d.id and v.no = coalesce($2, d.versions)
          where d.id = $1`,
        [document, version ?? null],
      );
  return row;
}
