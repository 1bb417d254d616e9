// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { CaseOpened } from '../events/case-opened.ts';

/** Writes the case; a registered one counts in its file. */
export async function applyCaseOpened(tx: Tx, { object, file, facts }: CaseOpened): Promise<void> {
  const id = object.slice('case:'.length);
  await tx.query(
    `insert into records.cases (id, file_id, no, reference, sort_key, subject, sub_subject, foreign_reference, lead_unit, state, started_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      file,
      facts.no,
      facts.reference,
      facts.sortKey,
      facts.subject,
      facts.subSubject,
      facts.foreignReference,
      facts.leadUnit,
      facts.draft ? 'draft' : 'open',
      facts.startedOn,
    ],
  );
  if (!facts.draft) await tx.query('update records.files set cases = cases + 1, lock = lock + 1 where id = $1', [file]);
}

/** What commands on a case need. */
export interface LockedCase {
  readonly id: string;
  readonly file: string;
  readonly no: number | null;
  readonly reference: string | null;
  readonly subject: string;
  readonly subSubject: string;
  readonly foreignReference: string;
  /** Function responsible. */
  readonly responsible: string | null;
  readonly state: 'draft' | 'open' | 'waiting' | 'closing' | 'filed';
  readonly fileState: 'open' | 'closed';
  readonly fileReference: string;
  readonly leadUnit: string;
  readonly documents: number;
  readonly startedOn: string;
  readonly filedOn: string | null;
  readonly lock: number;
  readonly writable: boolean;
}

/** Locks the case if the caller may write there; a mere reader gets it unlocked and `writable: false`. */
export async function findCaseForChange(tx: Tx, id: string): Promise<LockedCase | undefined> {
  await tx.query('select 1 from records.cases where id = $1 for update', [id]);
  return findCase(tx, id);
}

/** The same, unlocked: for pages that ask a rule. */
export async function findCase(tx: Tx, id: string): Promise<LockedCase | undefined> {
  const [row] = await tx.query<LockedCase>(
    `select c.id, c.file_id as file, c.no, c.reference, c.subject, c.sub_subject as "subSubject",
            c.foreign_reference as "foreignReference", c.responsible, c.state, f.state as "fileState", f.reference as "fileReference",
            c.lead_unit as "leadUnit", c.documents, c.started_on as "startedOn", c.filed_on as "filedOn", c.lock,
            (kernel.system_name() is not null or records.may_write(c.file_id)) as writable
       from records.cases c join records.files f on f.id = c.file_id where c.id = $1`,
    [id],
  );
  return row;
}
