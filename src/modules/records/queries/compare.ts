// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** One side of a comparison. */
export interface ComparedVersion {
  readonly document: string;
  readonly title: string;
  readonly no: number;
  /** What was read of it; empty when it has not been read, or has no text. */
  readonly text: string;
  readonly read: boolean;
  /** Numbers of the pages that have a picture. */
  readonly pictures: readonly number[];
}

/** A version with its text and its pictures, as far as the caller may see it. */
export async function findComparedVersion(
  tx: Tx,
  { document, no }: { document: string; no: number },
): Promise<ComparedVersion | undefined> {
  const [row] = await tx.query<ComparedVersion>(
    `select d.id as document, d.title, v.no, v.reading = 'read' as read,
            coalesce((select string_agg(p.text, E'\\n' order by p.no) from records.pages p where p.version_id = v.id), '') as text,
            array(select r.page from records.renditions r where r.version_id = v.id and r.kind = 'page' order by 1 limit 50) as pictures
       from records.documents d join records.versions v on v.document_id = d.id where d.id = $1 and v.no = $2`,
    [document, no],
  );
  return row;
}

/** The newest version of a document that the given one is a Konfliktfassung of, or that is one of it. */
export async function findConflictPartner(
  tx: Tx,
  { document, other }: { document: string; other: string },
): Promise<{ document: string; no: number } | undefined> {
  const [row] = await tx.query<{ document: string; no: number }>(
    `select d.id as document, d.versions as no from records.documents d
      where d.id = $2 and exists (select from records.edit_conflicts c
                                   where (c.document_id = $1 and c.original_id = $2) or (c.document_id = $2 and c.original_id = $1))`,
    [document, other],
  );
  return row;
}
