// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** An item whose content is to be read. */
export interface ItemToRead {
  readonly id: string;
  readonly state: string;
  readonly content: string | null;
  readonly mediaType: string;
  readonly reading: Reading;
}

/** How far the reading is; technical state, not an act. */
export type Reading = 'waiting' | 'read' | 'needs-ocr' | 'failed' | 'none';

/** The item, or undefined when it is gone. */
export async function findItemToRead(tx: Tx, id: string): Promise<ItemToRead | undefined> {
  const [row] = await tx.query<ItemToRead>(
    'select id, state, content, media_type as "mediaType", reading from post.items where id = $1',
    [id],
  );
  return row;
}

/** Notes how far the reading is. */
export async function setReading(tx: Tx, id: string, reading: Reading): Promise<void> {
  await tx.query('update post.items set reading = $2 where id = $1', [id, reading]);
}

/** Replaces the text of an item by what was read. */
export async function replacePages(tx: Tx, id: string, pages: readonly { no: number; text: string }[]): Promise<void> {
  await tx.query('delete from post.pages where item_id = $1', [id]);
  await tx.query(
    'insert into post.pages (item_id, no, text) select $1, no, text from unnest($2::int[], $3::text[]) as p (no, text)',
    [id, pages.map(({ no }) => no), pages.map(({ text }) => text)],
  );
}

/** The picture of a page, as content of the store. */
export interface Picture {
  readonly no: number;
  readonly picture: string;
  readonly thumb: string | null;
  readonly width: number;
  readonly height: number;
}

/** Notes the picture of a page. */
export async function setPicture(tx: Tx, id: string, { no, picture, thumb, width, height }: Picture): Promise<void> {
  await tx.query('update post.pages set picture = $3, thumb = $4, width = $5, height = $6 where item_id = $1 and no = $2', [
    id,
    no,
    picture,
    thumb,
    width,
    height,
  ]);
}

/** Pages that are pictures without text. */
export function pagesToRecognise(tx: Tx, id: string): Promise<{ no: number; picture: string }[]> {
  return tx.query(
    "select no, picture from post.pages where item_id = $1 and text = '' and not by_ocr and picture is not null order by no",
    [id],
  );
}

/** Writes the text that was recognised on a page. */
export async function setRecognised(tx: Tx, id: string, page: { no: number; text: string }): Promise<void> {
  await tx.query('update post.pages set text = $3, by_ocr = true where item_id = $1 and no = $2', [id, page.no, page.text]);
}

/** The whole text of an item, page by page. */
export async function textOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ text: string }>('select text from post.pages where item_id = $1 order by no', [id]);
  return rows.map(({ text }) => text);
}
