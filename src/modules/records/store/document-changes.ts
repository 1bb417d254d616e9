// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { DocumentAttached } from '../events/document-attached.ts';
import type { DocumentChanged } from '../events/document-changed.ts';
import type { DocumentClassified } from '../events/document-classified.ts';
import type { DocumentMoved } from '../events/document-moved.ts';
import type { SignatoryNamed } from '../events/signatory-named.ts';

const idOf = (object: string) => object.slice('document:'.length);

/** Writes the new state. */
export async function applyDocumentMoved(tx: Tx, { type, object }: DocumentMoved): Promise<void> {
  const state = type === 'records.document-assigned' ? 'assigned' : 'final';
  await tx.query('update records.documents set state = $2, lock = lock + 1 where id = $1', [idOf(object), state]);
}

/** Writes the facts that differ; a date can be taken away. */
export async function applyDocumentChanged(tx: Tx, { object, facts }: DocumentChanged): Promise<void> {
  await tx.query(
    `update records.documents set title = coalesce($2::jsonb ->> 'title', title), kind = coalesce($2::jsonb ->> 'kind', kind),
            dated_on = case when $2::jsonb ? 'datedOn' then ($2::jsonb ->> 'datedOn')::date else dated_on end,
            received_on = case when $2::jsonb ? 'receivedOn' then ($2::jsonb ->> 'receivedOn')::date else received_on end,
            lock = lock + 1 where id = $1`,
    [idOf(object), JSON.stringify(facts.after)],
  );
}

/** Writes the function that signs. */
export async function applySignatoryNamed(tx: Tx, { object, facts }: SignatoryNamed): Promise<void> {
  await tx.query('update records.documents set signatory = $2, lock = lock + 1 where id = $1', [idOf(object), facts.to]);
}

/** Writes the grade, and that of the file. */
export async function applyDocumentClassified(tx: Tx, { object, file, facts }: DocumentClassified): Promise<void> {
  await tx.query('update records.documents set classification = $2, lock = lock + 1 where id = $1', [idOf(object), facts.to]);
  if (facts.fileTo !== facts.fileFrom)
    await tx.query('update records.files set classification = $2, lock = lock + 1 where id = $1', [file, facts.fileTo]);
}

/** Writes the main document. */
export async function applyDocumentAttached(tx: Tx, { object, facts }: DocumentAttached): Promise<void> {
  await tx.query('update records.documents set parent_id = $2, lock = lock + 1 where id = $1', [idOf(object), facts.to]);
}
