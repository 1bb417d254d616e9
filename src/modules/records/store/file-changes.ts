// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FileChanged } from '../events/file-changed.ts';
import type { FileClassified } from '../events/file-classified.ts';
import type { FileClosed, FileReopened } from '../events/file-closed.ts';
import type { FileHandedOver } from '../events/file-handed-over.ts';
import { type Classification, classifications } from '../rules/classification.ts';

/** Writes the facts that differ. */
export async function applyFileChanged(tx: Tx, { file, facts }: FileChanged): Promise<void> {
  await tx.query(
    `update records.files set subject = coalesce($2::jsonb ->> 'subject', subject), medium = coalesce($2::jsonb ->> 'medium', medium),
            location = coalesce($2::jsonb ->> 'location', location), lock = lock + 1 where id = $1`,
    [file, JSON.stringify(facts.after)],
  );
}

/** Gives file and open cases to another unit. */
export async function applyFileHandedOver(tx: Tx, { file, facts }: FileHandedOver): Promise<void> {
  await tx.query('select records.hand_over($1, $2)', [file, facts.to]);
}

/** Writes the grade. */
export async function applyFileClassified(tx: Tx, { file, facts }: FileClassified): Promise<void> {
  await tx.query('update records.files set classification = $2, lock = lock + 1 where id = $1', [file, facts.to]);
}

/** The highest grade of the documents in a file. */
export async function highestBelow(tx: Tx, file: string): Promise<Classification> {
  const [row] = await tx.query<{ place: number }>(
    'select coalesce(max(array_position($2::text[], classification)), 1) as place from records.documents where file_id = $1',
    [file, classifications],
  );
  return classifications[(row?.place ?? 1) - 1]!;
}

/** Number of cases that are not filed yet. */
export async function countOpenCases(tx: Tx, file: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>("select count(*) as n from records.cases where file_id = $1 and state <> 'filed'", [
    file,
  ]);
  return row!.n;
}

/** Closes the file. */
export async function applyFileClosed(tx: Tx, { file, facts }: FileClosed): Promise<void> {
  await tx.query("update records.files set state = 'closed', closed_on = $2, lock = lock + 1 where id = $1", [
    file,
    facts.closedOn,
  ]);
}

/** Opens the file again. */
export async function applyFileReopened(tx: Tx, { file }: FileReopened): Promise<void> {
  await tx.query("update records.files set state = 'open', closed_on = null, lock = lock + 1 where id = $1", [file]);
}
