// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A case as the tree of its file shows it. */
export interface CaseLine {
  readonly id: string;
  readonly no: number | null;
  readonly reference: string | null;
  readonly subject: string;
  readonly state: 'draft' | 'open' | 'waiting' | 'closing' | 'filed';
  readonly documents: number;
  readonly filedOn: string | null;
}

/** A document as the tree shows it. */
export interface DocumentLine {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly direction: string;
  readonly mediaType: string;
  readonly reading: string;
  readonly parent: string | null;
}

const mostCases = 500;
const mostDocuments = 2000;

/** Cases of a file, the newest last; drafts without number at the end. */
export function listCases(tx: Tx, file: string): Promise<CaseLine[]> {
  return tx.query<CaseLine>(
    `select id, no, reference, subject, state, documents, filed_on as "filedOn"
       from records.cases where file_id = $1 order by no nulls last, id limit ${mostCases}`,
    [file],
  );
}

/** Documents of a case in their order. */
export function listDocuments(tx: Tx, caseId: string): Promise<DocumentLine[]> {
  return tx.query<DocumentLine>(
    `select d.id, d.no, d.title, d.kind, d.state, d.direction, v.media_type as "mediaType", v.reading, d.parent_id as parent
       from records.documents d join records.versions v on v.document_id = d.id and v.no = d.versions
      where d.case_id = $1 order by d.no limit ${mostDocuments}`,
    [caseId],
  );
}
