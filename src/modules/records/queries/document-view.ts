// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { DocumentState } from '../rules/document-state.ts';

/** One version of a document. */
export interface VersionLine {
  readonly id: string;
  readonly no: number;
  readonly content: string;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
  readonly note: string;
  readonly reading: 'waiting' | 'reading' | 'read' | 'needs-ocr' | 'failed' | 'none';
  readonly readingWhy: string;
  readonly pageCount: number;
}

/** A page of the version that is shown. */
export interface PageLine {
  readonly no: number;
  readonly text: string | null;
  readonly byOcr: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: boolean;
}

/** A document with the version that is shown. */
export interface DocumentView {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly caseState: string;
  readonly leadUnit: string;
  readonly no: number;
  readonly title: string;
  readonly kind: string;
  readonly direction: 'in' | 'out' | 'internal';
  readonly state: DocumentState;
  readonly classification: string;
  readonly datedOn: string | null;
  readonly receivedOn: string | null;
  readonly versions: number;
  readonly lock: number;
  readonly writable: boolean;
  /** The caller may sign for the lead unit. */
  readonly maySign: boolean;
  readonly all: readonly VersionLine[];
  readonly pages: readonly PageLine[];
}

/** The document with all versions and the pages of the wanted one (the newest unless named). */
export async function findDocumentView(tx: Tx, id: string, version?: number): Promise<DocumentView | undefined> {
  const [row] = await tx.query<Omit<DocumentView, 'pages'>>(
    `select d.id, d.file_id as file, d.case_id as "case", c.state as "caseState", c.lead_unit as "leadUnit", d.no, d.title, d.kind, d.direction, d.state, d.classification,
            d.dated_on as "datedOn", d.received_on as "receivedOn", d.versions, d.lock, records.may_write(d.file_id) as writable,
            c.lead_unit = any (people.unit_scope('records.sign')) as "maySign",
            (select json_agg(json_build_object('id', v.id, 'no', v.no, 'content', v.content, 'size', v.size, 'mediaType', v.media_type,
                     'fileName', v.file_name, 'note', v.note, 'reading', v.reading, 'readingWhy', v.reading_why, 'pageCount', v.page_count) order by v.no desc)
               from records.versions v where v.document_id = d.id) as "all"
       from records.documents d join records.cases c on c.id = d.case_id where d.id = $1`,
    [id],
  );
  if (!row) return undefined;
  const shown = row.all.find(({ no }) => no === (version ?? row.versions));
  return { ...row, pages: shown ? await listPages(tx, shown.id) : [] };
}

/** Pages that can be shown at once; longer documents are paged. */
const mostPages = 300;

/** The pages of a version as far as they were read. */
export function listPages(tx: Tx, version: string): Promise<PageLine[]> {
  return tx.query<PageLine>(
    `select coalesce(p.no, r.page) as no, p.text, coalesce(p.by_ocr, false) as "byOcr", r.width, r.height, t.page is not null as thumbnail
       from (select no, text, by_ocr from records.pages where version_id = $1) p
       full join (select page, width, height from records.renditions where version_id = $1 and kind = 'page') r on r.page = p.no
       left join records.renditions t on t.version_id = $1 and t.kind = 'thumbnail' and t.page = coalesce(p.no, r.page)
      order by 1 limit ${mostPages}`,
    [version],
  );
}
