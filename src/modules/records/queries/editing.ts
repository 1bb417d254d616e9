// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Somebody has the document open. */
export interface EditLockLine {
  readonly holder: string;
  readonly since: Date;
  /** The caller's own, in whichever name. */
  readonly own: boolean;
}

/** A document that another one is a Konfliktfassung of, or the other way round. */
export interface ConflictLine {
  readonly id: string;
  readonly title: string;
  readonly base: number;
}

/** What a page says of editing in the office suite. */
export interface EditingView {
  readonly locks: readonly EditLockLine[];
  readonly conflicts: readonly ConflictLine[];
  readonly original: ConflictLine | undefined;
}

/** Who has the document open now, and which texts lie beside it because somebody came too late. */
export async function findEditing(tx: Tx, document: string): Promise<EditingView> {
  const locks = await tx.query<EditLockLine>(
    `select holder, min(since) as since, bool_or(holder = kernel.person()) as own from records.edit_locks
      where document_id = $1 and on_document and until > kernel.at() group by holder order by 2`,
    [document],
  );
  // One that was withdrawn or finished is settled.
  const conflicts = await tx.query<ConflictLine>(
    `select d.id, d.title, c.base from records.edit_conflicts c join records.documents d on d.id = c.document_id
      where c.original_id = $1 and d.state not in ('withdrawn', 'final') order by d.no`,
    [document],
  );
  const [original] = await tx.query<ConflictLine>(
    `select d.id, d.title, c.base from records.edit_conflicts c join records.documents d on d.id = c.original_id where c.document_id = $1`,
    [document],
  );
  return { locks, conflicts, original };
}

/** The caller's own address for a document, as far as a page needs it. */
export interface OwnSession {
  readonly id: string;
  readonly keyId: string;
  readonly fileName: string;
  readonly endsAt: Date;
}

/** The address of the caller, in the name they act in now; undefined when there is none, or it is over. */
export async function findOwnAddress(
  tx: Tx,
  { document, represented }: { document: string; represented: string | null },
): Promise<OwnSession | undefined> {
  const [row] = await tx.query<OwnSession>(
    `select id, key_id as "keyId", file_name as "fileName", ends_at as "endsAt" from records.edit_sessions
      where document_id = $1 and person = kernel.person() and represented is not distinct from $2 and ends_at > kernel.at()`,
    [document, represented],
  );
  return row;
}
