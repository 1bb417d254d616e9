// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { CrossReferenceChanged } from '../events/cross-reference.ts';

/** A reference from one object to another. */
export interface CrossReference {
  readonly id: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly toFile: string;
}

const columns = 'id, file_id as file, from_object as "from", to_object as "to", to_file_id as "toFile"';

/** The reference, when the caller may see one of its ends. */
export async function findCrossReference(tx: Tx, id: string): Promise<CrossReference | undefined> {
  const [row] = await tx.query<CrossReference>(`select ${columns} from records.cross_references where id = $1`, [id]);
  return row;
}

/** True when one of them refers to the other already. */
export async function areReferred(tx: Tx, one: string, other: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from records.cross_references where (from_object = $1 and to_object = $2) or (from_object = $2 and to_object = $1)`,
    [one, other],
  );
  return rows.length > 0;
}

/** Sets or removes the reference. */
export async function applyCrossReferenceChanged(tx: Tx, { type, object, file, facts }: CrossReferenceChanged): Promise<void> {
  if (type === 'records.cross-reference-removed') {
    await tx.query('delete from records.cross_references where id = $1', [facts.id]);
    return;
  }
  await tx.query(
    'insert into records.cross_references (id, file_id, from_object, to_object, to_file_id, note) values ($1, $2, $3, $4, $5, $6)',
    [facts.id, file, object, facts.to, facts.toFile, facts.note],
  );
}
