// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { AccessNamed } from '../events/access-named.ts';
import type { FileProtected } from '../events/file-protected.ts';
import type { FileUnsealed, UnsealingDeclined, UnsealingRequested } from '../events/unsealing.ts';
import { functionLabels, personName, unitById } from '../../people/index.ts';
import type { AccessKind, Named } from '../rules/protection.ts';

/** Who is named for a file. */
export async function findNamed(tx: Tx, file: string): Promise<Named[]> {
  return tx.query<Named>('select kind, grantee, writes from records.file_access where file_id = $1', [file]);
}

/** Whether somebody can be named. */
export async function isKnown(tx: Tx, kind: AccessKind, grantee: string): Promise<boolean> {
  if (kind === 'person') return (await personName(tx, grantee)) !== undefined;
  if (kind === 'function') return (await functionLabels(tx, [grantee])).size > 0;
  return (await unitById(tx, grantee))?.retired === false;
}

/** Names for the file, or no longer. */
export async function applyAccessNamed(tx: Tx, { type, file, facts }: AccessNamed): Promise<void> {
  const { kind, grantee, writes } = facts;
  if (type === 'records.access-unnamed') {
    await tx.query('delete from records.file_access where file_id = $1 and kind = $2 and grantee = $3', [file, kind, grantee]);
    return;
  }
  await tx.query(
    `insert into records.file_access (file_id, kind, grantee, writes) values ($1, $2, $3, $4)
     on conflict (file_id, kind, grantee) do update set writes = excluded.writes`,
    [file, kind, grantee, writes],
  );
}

/** Sets the level; who does it may lose the file by it. */
export async function applyFileProtected(tx: Tx, { file, facts }: FileProtected): Promise<void> {
  await tx.query('select records.protect($1, $2)', [file, facts.to]);
}

/** A request that waits for a second person. */
export interface UnsealingRequest {
  readonly id: string;
  readonly file: string;
  readonly reference: string;
  readonly leadUnit: string;
  readonly toLevel: number;
  readonly requestedBy: string;
  readonly represented: string | null;
}

const request =
  'select id, file_id as file, reference, lead_unit as "leadUnit", to_level::int as "toLevel", requested_by as "requestedBy", represented from records.unsealing_requests';

/** The request, when the caller may see it. */
export async function findUnsealingRequest(tx: Tx, id: string): Promise<UnsealingRequest | undefined> {
  const [row] = await tx.query<UnsealingRequest>(`${request} where id = $1`, [id]);
  return row;
}

/** True while a request for this file waits. */
export async function isUnsealingPending(tx: Tx, file: string): Promise<boolean> {
  return (await tx.query(`${request} where file_id = $1`, [file])).length > 0;
}

/** Keeps the request. */
export async function applyUnsealingRequested(tx: Tx, { file, facts }: UnsealingRequested): Promise<void> {
  await tx.query(
    `insert into records.unsealing_requests (id, file_id, reference, lead_unit, to_level, reason, requested_by, represented)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [facts.request, file, facts.reference, facts.leadUnit, facts.toLevel, facts.reason, facts.requestedBy, facts.represented],
  );
}

/** Forgets the request. */
export async function applyUnsealingDeclined(tx: Tx, { facts }: UnsealingDeclined): Promise<void> {
  await tx.query('delete from records.unsealing_requests where id = $1', [facts.request]);
}

/** Unseals; the database asks once more for the second person. */
export async function applyFileUnsealed(tx: Tx, { facts }: FileUnsealed): Promise<void> {
  await tx.query('select records.unseal($1)', [facts.request]);
}
