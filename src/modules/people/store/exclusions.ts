// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ExcludedForBias } from '../events/excluded-for-bias.ts';
import type { ExclusionLifted } from '../events/exclusion-lifted.ts';
import { idOf } from './persons.ts';

/** An exclusion as commands see it. */
export interface ExclusionForChange {
  readonly id: string;
  readonly person: string;
  readonly subject: string;
}

/** Finds an exclusion and holds its row; row level security hides those one neither has nor decides about. */
export async function findExclusionForChange(tx: Tx, id: string): Promise<ExclusionForChange | undefined> {
  const [row] = await tx.query<ExclusionForChange>('select id, person, subject from people.exclusion where id = $1 for update', [
    id,
  ]);
  return row;
}

/** True when the person is excluded from the file already. */
export async function isExcluded(tx: Tx, person: string, subject: string): Promise<boolean> {
  const rows = await tx.query('select from people.exclusion where person = $1 and subject = $2', [person, subject]);
  return rows.length > 0;
}

/** Writes an exclusion. */
export async function applyExcludedForBias(tx: Tx, event: ExcludedForBias): Promise<void> {
  const { person, label, ground, reason } = event.facts;
  await tx.query('insert into people.exclusion (id, person, subject, label, ground, reason) values ($1, $2, $3, $4, $5, $6)', [
    idOf(event),
    person,
    event.file,
    label,
    ground,
    reason,
  ]);
}

/** Removes an exclusion; the journal of the file remembers it. */
export async function applyExclusionLifted(tx: Tx, event: ExclusionLifted): Promise<void> {
  await tx.query('delete from people.exclusion where id = $1', [idOf(event)]);
}
