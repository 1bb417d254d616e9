// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { DocumentState } from '../rules/document-state.ts';
import { type PageLine, listPages } from './document-view.ts';

/** A document as it lies before somebody: what it is called, its newest version, its pages; nothing of its case. */
export interface PresentedDocument {
  readonly id: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly direction: 'in' | 'out' | 'internal';
  readonly versions: number;
  readonly fileName: string;
  readonly pages: readonly PageLine[];
}

/** The document, for whoever sees its file and for those it was presented to; else undefined. */
export async function findPresentedDocument(tx: Tx, id: string): Promise<PresentedDocument | undefined> {
  const [row] = await tx.query<Omit<PresentedDocument, 'pages'> & { version: string }>(
    `select d.id, d.title, d.state, d.direction, d.versions, v.file_name as "fileName", v.id as version
       from records.documents d join records.versions v on v.document_id = d.id and v.no = d.versions where d.id = $1`,
    [id],
  );
  if (!row) return undefined;
  const { version, ...document } = row;
  return { ...document, pages: await listPages(tx, version) };
}
