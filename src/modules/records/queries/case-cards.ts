// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A case as other modules name it in a line. */
export interface CaseCard {
  readonly id: string;
  readonly file: string;
  /** Reference of the case; of a draft that of its file. */
  readonly reference: string;
  readonly subject: string;
  readonly fileSubject: string;
  readonly leadUnit: string;
  readonly state: 'draft' | 'open' | 'waiting' | 'closing' | 'filed';
  readonly documents: number;
}

/** The cases among these that the caller may see. */
export async function caseCards(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseCard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<CaseCard>(
    `select c.id, c.file_id as file, coalesce(c.reference, f.reference) as reference, c.subject, f.subject as "fileSubject",
            c.lead_unit as "leadUnit", c.state, c.documents
       from records.cases c join records.files f on f.id = c.file_id where c.id = any ($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
