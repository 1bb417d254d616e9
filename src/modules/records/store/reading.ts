// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A version whose content is to be read. */
export interface VersionToRead {
  readonly id: string;
  readonly file: string;
  readonly document: string;
  readonly case: string;
  readonly content: string;
  readonly mediaType: string;
  readonly reading: string;
  readonly pageCount: number;
  /** The document counts no more: its parts need not become documents. */
  readonly withdrawn: boolean;
}

/** How far the reading of a version is; technical state, not an act. */
export type Reading = 'waiting' | 'reading' | 'read' | 'needs-ocr' | 'failed' | 'none';

/** The version, or undefined when it is gone. */
export async function findVersionToRead(tx: Tx, id: string): Promise<VersionToRead | undefined> {
  const [row] = await tx.query<VersionToRead>(
    `select v.id, v.file_id as file, v.document_id as document, d.case_id as case, v.content, v.media_type as "mediaType", v.reading, v.page_count as "pageCount",
            d.state = 'withdrawn' as withdrawn
       from records.versions v join records.documents d on d.id = v.document_id where v.id = $1`,
    [id],
  );
  return row;
}

/** Notes how far the reading is. */
export async function setReading(tx: Tx, id: string, reading: Reading, why = ''): Promise<void> {
  await tx.query('update records.versions set reading = $2, reading_why = $3 where id = $1', [id, reading, why]);
}

/** Replaces the text of a version by what was read; pages without text stay, their pictures may be recognised later. */
export async function replacePages(
  tx: Tx,
  version: Pick<VersionToRead, 'id' | 'file' | 'document'>,
  pages: readonly { no: number; text: string }[],
): Promise<void> {
  await tx.query('delete from records.pages where version_id = $1', [version.id]);
  await tx.query(
    'insert into records.pages (version_id, file_id, no, text) select $1, $2, no, text from unnest($3::int[], $4::text[]) as p (no, text)',
    [version.id, version.file, pages.map(({ no }) => no), pages.map(({ text }) => text)],
  );
  await tx.query('update records.versions set page_count = $2 where id = $1', [version.id, pages.length]);
  await tx.query('select records.index_document($1)', [version.document]);
}

/** Writes the text that OCR recognised on one page. */
export async function setRecognised(
  tx: Tx,
  version: Pick<VersionToRead, 'id' | 'document'>,
  page: { no: number; text: string },
): Promise<void> {
  await tx.query('update records.pages set text = $3, by_ocr = true where version_id = $1 and no = $2', [
    version.id,
    page.no,
    page.text,
  ]);
}

/** Takes the version's document into the search again. */
export async function indexDocument(tx: Tx, document: string): Promise<void> {
  await tx.query('select records.index_document($1)', [document]);
}

/** Notes a picture of a page. */
export async function addPicture(
  tx: Tx,
  version: Pick<VersionToRead, 'id' | 'file'>,
  picture: { kind: 'page' | 'thumbnail'; page: number; content: string; size: number; width: number; height: number },
): Promise<void> {
  await tx.query(
    `insert into records.renditions (version_id, file_id, kind, page, content, size, media_type, width, height)
     values ($1, $2, $3, $4, $5, $6, 'image/webp', $7, $8)
     on conflict (version_id, kind, page) do update set content = excluded.content, size = excluded.size, width = excluded.width, height = excluded.height`,
    [version.id, version.file, picture.kind, picture.page, picture.content, picture.size, picture.width, picture.height],
  );
}

/** Pages that are pictures without text. */
export async function pagesToRecognise(tx: Tx, version: string): Promise<{ no: number; content: string }[]> {
  return tx.query(
    `select p.no, r.content from records.pages p join records.renditions r on r.version_id = p.version_id and r.kind = 'page' and r.page = p.no
      where p.version_id = $1 and p.text = '' and not p.by_ocr order by p.no`,
    [version],
  );
}
