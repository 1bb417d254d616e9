// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A lock as it is kept. */
export interface EditLock {
  readonly id: string;
  readonly session: string;
  readonly document: string;
  readonly file: string;
  readonly holder: string;
  readonly token: string;
  readonly kind: 'dav' | 'wopi';
  readonly path: readonly string[];
  readonly onDocument: boolean;
  readonly scope: 'exclusive' | 'shared';
  readonly depth: '0' | 'infinity';
  readonly owner: string;
  readonly since: Date;
  readonly until: Date;
}

const columns = `id, session_id as session, document_id as document, file_id as file, holder, token, kind, path, on_document as "onDocument",
                 scope, depth, owner, since, until`;

/**
 * Locks that matter to one session: its own, and those of others on the document. Its own hold on after their time as long as nobody else
 * has come: a laptop that slept must not lose its place.
 */
export function locksFor(tx: Tx, { session, document }: { session: string; document: string }): Promise<EditLock[]> {
  return tx.query<EditLock>(
    `select ${columns} from records.edit_locks
      where session_id = $1 or (document_id = $2 and on_document and until > kernel.at()) order by since, id`,
    [session, document],
  );
}

/** Takes the document so that two locks are never asked for at once, and forgets what others let run out. */
export async function holdForLocking(tx: Tx, { session, document }: { session: string; document: string }): Promise<void> {
  await tx.query('select 1 from records.documents where id = $1 for update', [document]);
  await tx.query(
    'delete from records.edit_locks where document_id = $1 and on_document and until <= kernel.at() and session_id <> $2',
    [document, session],
  );
}

/** Writes a lock. */
export async function insertLock(tx: Tx, lock: EditLock): Promise<void> {
  const { id, session, document, file, holder, token, kind, path, onDocument, scope, depth, owner, since, until } = lock;
  await tx.query(
    `insert into records.edit_locks (id, session_id, document_id, file_id, holder, token, kind, path, on_document, scope, depth, owner, since, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [id, session, document, file, holder, token, kind, path, onDocument, scope, depth, owner, since, until],
  );
}

/** Prolongs a lock of this session. */
export async function prolongLock(
  tx: Tx,
  { session, token, until }: { session: string; token: string; until: Date },
): Promise<void> {
  await tx.query('update records.edit_locks set until = $3 where session_id = $1 and token = $2', [session, token, until]);
}

/** Ends a lock of this session. */
export async function removeLock(tx: Tx, { session, token }: { session: string; token: string }): Promise<void> {
  await tx.query('delete from records.edit_locks where session_id = $1 and token = $2', [session, token]);
}

/** Those who hold the document now. */
export async function holdersOf(tx: Tx, document: string): Promise<string[]> {
  const rows = await tx.query<{ holder: string }>(
    'select distinct holder from records.edit_locks where document_id = $1 and on_document and until > kernel.at() order by 1',
    [document],
  );
  return rows.map(({ holder }) => holder);
}

/** Ends every lock on the document, whoever holds it. */
export async function releaseLocks(tx: Tx, document: string): Promise<void> {
  await tx.query('delete from records.edit_locks where document_id = $1 and on_document', [document]);
}
