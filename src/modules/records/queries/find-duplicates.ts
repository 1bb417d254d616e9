// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A document that seems to be the same as another one, among those that the caller may see. */
export interface Duplicate {
  readonly document: string;
  readonly file: string;
  readonly case: string;
  /** Reference of the case; of a draft that of its file. */
  readonly reference: string;
  readonly no: number;
  readonly title: string;
  readonly receivedOn: string | null;
  /** The same bytes, or the same message delivered again. */
  readonly why: 'content' | 'message';
}

const mostShown = 20;

const duplicates = `
  select d.id as document, d.file_id as file, d.case_id as "case", coalesce(c.reference, f.reference) as reference, d.no, d.title,
         d.received_on as "receivedOn", case when same.content then 'content' else 'message' end as why
    from (select v.document_id as id, true as content from records.versions v where v.content = any ($1)
          union all
          select m.id, false from records.documents m where m.message_key = $2 and m.message_key <> '') same
    join records.documents d on d.id = same.id
    join records.cases c on c.id = d.case_id
    join records.files f on f.id = d.file_id
   where d.state <> 'withdrawn' and d.id is distinct from $3::uuid
   order by same.content desc, d.received_on desc nulls last, d.id
   limit ${mostShown}`;

/** Documents with the bytes or the message that is about to be registered. */
export async function findDuplicates(tx: Tx, of: { content: string; messageKey?: string }): Promise<Duplicate[]> {
  return distinct(await tx.query<Duplicate>(duplicates, [[of.content], of.messageKey ?? '', null]));
}

/** Documents that are the same as this one, in any of its versions. */
export async function findDuplicatesOf(tx: Tx, document: string): Promise<Duplicate[]> {
  const [own] = await tx.query<{ contents: string[]; key: string }>(
    `select array_agg(distinct v.content) as contents, max(d.message_key) as key
       from records.documents d join records.versions v on v.document_id = d.id where d.id = $1 group by d.id`,
    [document],
  );
  if (!own) return [];
  return distinct(await tx.query<Duplicate>(duplicates, [own.contents, own.key, document]));
}

function distinct(rows: readonly Duplicate[]): Duplicate[] {
  return [...new Map(rows.toReversed().map((row) => [row.document, row])).values()].reverse();
}
