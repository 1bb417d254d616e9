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
