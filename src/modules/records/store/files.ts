// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FileOpened } from '../events/file-opened.ts';

/** The file of an event's object. */
export async function applyFileOpened(tx: Tx, { file, facts }: FileOpened): Promise<void> {
  await tx.query(
    `insert into records.files (id, plan_unit_id, reference, sort_key, subject, lead_unit, protection, opened_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [file, facts.planUnit, facts.reference, facts.sortKey, facts.subject, facts.leadUnit, facts.protection, facts.openedOn],
  );
}

/** What commands on a file need; the row is locked. */
export interface FileForChange {
  readonly id: string;
  readonly reference: string;
  readonly state: 'open' | 'closed';
  readonly leadUnit: string;
  readonly protection: number;
  readonly cases: number;
  readonly lock: number;
  readonly writable: boolean;
}

/** Locks a file that the caller may see; `writable` says whether they may change it. */
export async function findFileForChange(tx: Tx, id: string): Promise<FileForChange | undefined> {
  // Row level security lets only writers lock a row: who may merely read gets it without the lock, and the rule refuses.
  const [locked] = await tx.query<FileForChange>(
    `select ${columns}, true as writable from records.files where id = $1 for update`,
    [id],
  );
  if (locked) return locked;
  const [seen] = await tx.query<FileForChange>(`select ${columns}, false as writable from records.files where id = $1`, [id]);
  return seen;
}

const columns = 'id, reference, state, lead_unit as "leadUnit", protection::int as protection, cases, lock';
