// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ConflictKept } from '../events/conflict-kept.ts';

/** A secret address, as far as it is known before anybody's rights are asked. */
export interface EditHolder {
  readonly id: string;
  readonly document: string;
  readonly file: string;
  readonly person: string;
  readonly represented: string | null;
}

/** Finds the session of a secret by its digest, if it is still good; runs in nobody's name. */
export async function findEditHolder(tx: Tx, digest: Uint8Array): Promise<EditHolder | undefined> {
  const [row] = await tx.query<EditHolder>('select * from records.edit_session_of($1)', [digest]);
  return row;
}

/** A session of one's own. */
export interface EditSession extends EditHolder {
  readonly keyId: string;
  readonly fileName: string;
  readonly base: number;
  readonly saved: string;
  readonly conflict: string | null;
  readonly endsAt: Date;
}

const columns = `id, document_id as document, file_id as file, person, represented, key_id as "keyId", file_name as "fileName", base, saved,
                 conflict_id as conflict, ends_at as "endsAt"`;

/** The session by its id; another person's is not there. */
export async function findEditSession(tx: Tx, id: string): Promise<EditSession | undefined> {
  const [row] = await tx.query<EditSession>(`select ${columns} from records.edit_sessions where id = $1`, [id]);
  return row;
}

/** Whose session for which document: there is at most one. */
export interface EditingOf {
  readonly document: string;
  readonly represented: string | null;
}

/** The caller's session for this document in the name they act in now. */
export async function findOwnSession(tx: Tx, { document, represented }: EditingOf): Promise<EditSession | undefined> {
  const [row] = await tx.query<EditSession>(
    `select ${columns} from records.edit_sessions
      where document_id = $1 and person = kernel.person() and represented is not distinct from $2 and ends_at > kernel.at()`,
    [document, represented],
  );
  return row;
}

/** Begins a session in the place of one that is over, and puts the document into its folder. */
export async function beginEditSession(
  tx: Tx,
  session: Omit<EditSession, 'saved' | 'conflict'> & { readonly digest: Uint8Array; readonly at: Date },
): Promise<void> {
  const { id, document, file, person, represented, keyId, fileName, base, endsAt, digest, at } = session;
  await tx.query(
    `delete from records.edit_sessions
      where document_id = $1 and person = $2 and represented is not distinct from $3 and ends_at <= kernel.at()`,
    [document, person, represented],
  );
  await tx.query(
    `insert into records.edit_sessions (id, token_digest, key_id, document_id, file_id, person, represented, file_name, base, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, digest, keyId, document, file, person, represented, fileName, base, endsAt],
  );
  await tx.query(
    "insert into records.edit_files (session_id, file_id, path, kind, changed_at) values ($1, $2, $3, 'document', $4)",
    [id, file, [fileName], at],
  );
}

/** The address is good for longer: its owner opened the document again. */
export async function prolongEditSession(tx: Tx, id: string, endsAt: Date): Promise<void> {
  await tx.query('update records.edit_sessions set ends_at = $2 where id = $1', [id, endsAt]);
}

/** Ends a session; its locks and its folder go along. */
export async function endEditSession(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from records.edit_sessions where id = $1', [id]);
}

/** What a program has read or saved last. */
export async function rememberBase(tx: Tx, id: string, { base, saved }: { base: number; saved?: string }): Promise<void> {
  await tx.query('update records.edit_sessions set base = $2, saved = coalesce($3, saved) where id = $1', [
    id,
    base,
    saved ?? null,
  ]);
}

/** The Konfliktfassung that this session's texts go to from now on. */
export async function rememberConflict(
  tx: Tx,
  id: string,
  { conflict, saved }: { conflict: string; saved: string },
): Promise<void> {
  await tx.query('update records.edit_sessions set conflict_id = $2, saved = $3 where id = $1', [id, conflict, saved]);
}

/** Writes what belongs together. */
export async function applyConflictKept(tx: Tx, { object, file, facts }: ConflictKept): Promise<void> {
  await tx.query(
    `insert into records.edit_conflicts (document_id, original_id, file_id, base) values ($1, $2, $3, $4) on conflict do nothing`,
    [facts.conflict, object.slice('document:'.length), file, facts.base],
  );
}

/** Ends what is over: sessions with their folders and locks, and locks that nobody prolonged. */
export async function sweepEditing(tx: Tx): Promise<void> {
  await tx.query('delete from records.edit_sessions where ends_at <= kernel.at()');
  await tx.query("delete from records.edit_locks where until <= kernel.at() - interval '1 hour'");
}
