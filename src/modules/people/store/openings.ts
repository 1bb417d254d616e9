// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { OpenedByBreakGlass } from '../events/opened-by-break-glass.ts';
import type { OpeningReviewed } from '../events/opening-reviewed.ts';
import { idOf } from './persons.ts';

/** An opening as commands see it. */
export interface OpeningForReview {
  readonly id: string;
  readonly person: string;
  readonly subject: string;
}

/** Finds an opening and holds its row. */
export async function findOpeningForReview(tx: Tx, id: string): Promise<OpeningForReview | undefined> {
  const [row] = await tx.query<OpeningForReview>('select id, person, subject from people.opening where id = $1 for update', [id]);
  return row;
}

/** What speaks for or against opening this file, for the person who asks. */
export async function openingState(tx: Tx, subject: string): Promise<{ excluded: boolean; openAlready: boolean }> {
  const [row] = await tx.query<{ excluded: boolean; openAlready: boolean }>(
    'select $1 = any (people.excluded_subjects()) as excluded, $1 = any (people.opened_subjects()) as "openAlready"',
    [subject],
  );
  return row ?? { excluded: true, openAlready: false };
}

/** Writes an opening. */
export async function applyOpenedByBreakGlass(tx: Tx, event: OpenedByBreakGlass): Promise<void> {
  const { person, label, reason, opened, ends, reviewBy } = event.facts;
  await tx.query(
    'insert into people.opening (id, person, subject, label, reason, opened_at, ends_at, review_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [idOf(event), person, event.file, label, reason, opened, ends, reviewBy],
  );
}

/** Reviewed means gone: who opened what when stands in the file's journal alone. An opening still in force ends with its review. */
export async function applyOpeningReviewed(tx: Tx, event: OpeningReviewed): Promise<void> {
  await tx.query('delete from people.opening where id = $1', [idOf(event)]);
}
