// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Where a document lies and what its newest version consists of. */
export interface DocumentSource {
  readonly file: string;
  readonly case: string;
  readonly leadUnit: string;
  readonly content: string;
  readonly size: number;
  readonly fileName: string;
}

/** For modules that read a document's bytes: only what the caller may see. */
export async function documentSource(tx: Tx, id: string): Promise<DocumentSource | undefined> {
  const [row] = await tx.query<DocumentSource>(
    `select d.file_id as file, d.case_id as "case", c.lead_unit as "leadUnit", v.content, v.size::int as size, v.file_name as "fileName"
       from records.documents d join records.cases c on c.id = d.case_id
       join records.versions v on v.document_id = d.id and v.no = d.versions where d.id = $1`,
    [id],
  );
  return row;
}

/** The text of a document's pages, as far as it was read; undefined when there is none, or it is not the caller's to see. */
export async function documentText(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ text: string | null }>(
    `select string_agg(p.text, ' ' order by p.no) as text
       from records.documents d join records.versions v on v.document_id = d.id and v.no = d.versions
       join records.pages p on p.version_id = v.id where d.id = $1`,
    [id],
  );
  return row?.text ?? undefined;
}
