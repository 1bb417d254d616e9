// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A document as the register of its file lists it. */
export interface RegisterLine {
  readonly id: string;
  readonly caseId: string;
  readonly no: number;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly versions: number;
  readonly receivedOn: string | null;
  readonly datedOn: string | null;
}

/** More would make a book; the register says that it ends here. */
export const mostRegistered = 5000;

/** All documents of a file in the order of its cases. */
export function listRegister(tx: Tx, file: string): Promise<RegisterLine[]> {
  return tx.query<RegisterLine>(
    `select d.id, d.case_id as "caseId", d.no, d.title, d.kind, d.state, d.versions, d.received_on as "receivedOn", d.dated_on as "datedOn"
       from records.documents d join records.cases c on c.id = d.case_id
      where d.file_id = $1 order by c.no nulls last, c.id, d.no limit ${mostRegistered}`,
    [file],
  );
}
