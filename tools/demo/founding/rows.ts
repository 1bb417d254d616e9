// SPDX-License-Identifier: EUPL-1.2
// Rows as they stand in the tables of `records`; the names are the columns'.

/** A row of `records.files`. */
export interface FileRow {
  readonly id: string;
  readonly plan_unit_id: string;
  readonly reference: string;
  readonly sort_key: string;
  readonly subject: string;
  readonly lead_unit: string;
  readonly protection: number;
  readonly classification: string;
  readonly state: string;
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly cases: number;
  readonly lock: number;
}

/** A row of `records.cases`. */
export interface CaseRow {
  readonly id: string;
  readonly file_id: string;
  readonly no: number | null;
  readonly reference: string | null;
  readonly sort_key: string;
  readonly subject: string;
  readonly lead_unit: string;
  readonly responsible: string | null;
  readonly state: string;
  readonly started_on: string;
  readonly filed_on: string | null;
  readonly retain_until: string | null;
  readonly permanent: boolean;
  readonly disposal_type: string | null;
  readonly documents: number;
  readonly lock: number;
}

/** A row of `records.documents`. */
export interface DocumentRow {
  readonly id: string;
  readonly file_id: string;
  readonly case_id: string;
  readonly no: number;
  readonly title: string;
  readonly kind: string;
  readonly direction: string;
  readonly state: string;
  readonly dated_on: string | null;
  readonly received_on: string | null;
  readonly parent_id: string | null;
  readonly message_key: string;
  readonly versions: number;
  readonly lock: number;
}

/** Everything that some files leave in the tables. */
export interface Rows {
  readonly files: FileRow[];
  readonly access: { readonly file_id: string; readonly kind: string; readonly grantee: string; readonly writes: boolean }[];
  readonly cases: CaseRow[];
  readonly contacts: Readonly<Record<'id' | 'file_id' | 'case_id' | 'role' | 'name' | 'address' | 'email' | 'phone', string>>[];
  readonly documents: DocumentRow[];
  readonly versions: {
    readonly id: string;
    readonly file_id: string;
    readonly document_id: string;
    readonly no: number;
    readonly content: string;
    readonly size: number;
    readonly media_type: string;
    readonly file_name: string;
    readonly note: string;
    readonly page_count: number;
  }[];
  readonly pages: { readonly version_id: string; readonly file_id: string; readonly no: number; readonly text: string }[];
}
