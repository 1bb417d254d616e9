// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ItemState } from '../rules/workflow.ts';

/** What filing needs to know of an item. */
export interface FilableItem {
  readonly state: ItemState;
  readonly lock: number;
  readonly content: string | null;
  readonly fileName: string;
  readonly sender: string;
  readonly subject: string;
  readonly receivedOn: string;
  readonly datedOn: string | null;
  readonly foreignReference: string;
  readonly place: string;
  readonly document: string | null;
}

/** The item as far as the caller sees it; not locked, the act that follows looks again. */
export async function findFilable(tx: Tx, id: string): Promise<FilableItem | undefined> {
  const [row] = await tx.query<FilableItem>(
    `select state, lock, content, file_name as "fileName", sender, subject, received_on as "receivedOn", dated_on as "datedOn",
            foreign_reference as "foreignReference", place, document_id as document from post.items where id = $1`,
    [id],
  );
  return row;
}
