// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { CaseAssigned } from '../events/case-assigned.ts';
import type { CaseChanged } from '../events/case-changed.ts';
import type { CaseRegistered } from '../events/case-registered.ts';
import type { CaseWaits } from '../events/case-waits.ts';

const idOf = (object: string) => object.slice('case:'.length);

/** Gives the draft its number, which counts in its file from now on. */
export async function applyCaseRegistered(tx: Tx, { object, file, facts }: CaseRegistered): Promise<void> {
  await tx.query(
    "update records.cases set no = $2, reference = $3, sort_key = $4, state = 'open', lock = lock + 1 where id = $1",
    [idOf(object), facts.no, facts.reference, facts.sortKey],
  );
  await tx.query('update records.files set cases = cases + 1, lock = lock + 1 where id = $1', [file]);
}

/** Writes the facts that differ. */
export async function applyCaseChanged(tx: Tx, { object, facts }: CaseChanged): Promise<void> {
  await tx.query(
    `update records.cases set subject = coalesce($2::jsonb ->> 'subject', subject), sub_subject = coalesce($2::jsonb ->> 'subSubject', sub_subject),
            foreign_reference = coalesce($2::jsonb ->> 'foreignReference', foreign_reference), lock = lock + 1 where id = $1`,
    [idOf(object), JSON.stringify(facts.after)],
  );
}

/** Writes the function responsible. */
export async function applyCaseAssigned(tx: Tx, { object, facts }: CaseAssigned): Promise<void> {
  await tx.query('update records.cases set responsible = $2, lock = lock + 1 where id = $1', [idOf(object), facts.to]);
}

/** Lets the case wait or go on. */
export async function applyCaseWaits(tx: Tx, { type, object }: CaseWaits): Promise<void> {
  const state = type === 'records.case-waits' ? 'waiting' : 'open';
  await tx.query('update records.cases set state = $2, lock = lock + 1 where id = $1', [idOf(object), state]);
}
