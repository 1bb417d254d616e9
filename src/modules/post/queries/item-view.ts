// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { InboxLine } from './inbox.ts';

/** A page of an item as it can be shown. */
export interface PageLine {
  readonly no: number;
  readonly text: string;
  readonly byOcr: boolean;
  readonly pictured: boolean;
  readonly width: number;
  readonly height: number;
}

/** Everything about one item. */
export interface ItemView extends InboxLine {
  readonly from: string | null;
  readonly content: string | null;
  readonly size: number;
  readonly mediaType: string;
  readonly senderAddress: string;
  readonly senderKey: string;
  readonly recipient: string;
  readonly datedOn: string | null;
  readonly foreignReference: string;
  readonly place: string;
  readonly messageId: string;
  readonly answers: readonly string[];
  readonly hazards: readonly string[];
  readonly note: string;
  readonly file: string | null;
  readonly case: string | null;
  readonly document: string | null;
  readonly lock: number;
  readonly pages: readonly PageLine[];
}

/** One item, or undefined when it is not there for the caller. */
export async function findItemView(tx: Tx, id: string): Promise<ItemView | undefined> {
  const [row] = await tx.query<Omit<ItemView, 'pages'>>(
    `select id, state, channel, sender, subject, file_name as "fileName", received_on as "receivedOn", reading, office_id as office,
            from_id as "from", content, size::int as size, media_type as "mediaType", sender_address as "senderAddress", sender_key as "senderKey",
            recipient, dated_on as "datedOn", foreign_reference as "foreignReference", place, message_id as "messageId", answers, hazards, note,
            file_id as file, case_id as "case", document_id as document, lock
       from post.items where id = $1`,
    [id],
  );
  if (!row) return undefined;
  const pages = await tx.query<PageLine>(
    `select no, text, by_ocr as "byOcr", picture is not null as pictured, width, height from post.pages where item_id = $1 order by no`,
    [id],
  );
  return { ...row, pages };
}

/** The stored bytes of an item that is not locked away. */
export async function findItemContent(tx: Tx, id: string): Promise<{ content: string; fileName: string } | undefined> {
  const [row] = await tx.query<{ content: string; fileName: string }>(
    `select content, file_name as "fileName" from post.items where id = $1 and content is not null and state <> 'quarantined' and hazards = '{}'`,
    [id],
  );
  return row;
}

/** The picture of a page. */
export async function findItemPicture(
  tx: Tx,
  id: string,
  what: { page: number; kind: 'picture' | 'thumb' },
): Promise<string | undefined> {
  const [row] = await tx.query<{ picture: string | null; thumb: string | null }>(
    'select picture, thumb from post.pages where item_id = $1 and no = $2',
    [id, what.page],
  );
  return row?.[what.kind] ?? undefined;
}
