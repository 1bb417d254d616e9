// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { FileOpened } from '../events/file-opened.ts';
import type { Classification } from '../rules/classification.ts';

/** Writes the file. */
export async function applyFileOpened(tx: Tx, { file, facts }: FileOpened): Promise<void> {
  await tx.query(
    `insert into records.files (id, plan_unit_id, reference, sort_key, subject, lead_unit, protection, opened_on)
     values ($1, $2, $3, $4, $5, $6, 0, $7)`,
    [file, facts.planUnit, facts.reference, facts.sortKey, facts.subject, facts.leadUnit, facts.openedOn],
  );
  if (facts.protection === 0) return;
  // Who opens a protected file is the first who is named for it: otherwise it would be shut before anybody is in.
  if (facts.owner !== null)
    await tx.query("insert into records.file_access (file_id, kind, grantee, writes) values ($1, 'person', $2, true)", [
      file,
      facts.owner,
    ]);
  await tx.query('select records.protect($1, $2)', [file, facts.protection]);
}

/** What commands on a file need; the row is locked. */
export interface FileForChange {
  readonly id: string;
  readonly reference: string;
  readonly state: 'open' | 'closed';
  readonly leadUnit: string;
  readonly subject: string;
  readonly protection: number;
  readonly classification: Classification;
  readonly medium: 'electronic' | 'hybrid' | 'paper';
  readonly location: string;
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

const columns =
  'id, reference, state, lead_unit as "leadUnit", subject, protection::int as protection, classification, medium, location, cases, lock';
