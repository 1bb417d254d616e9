// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** To whom a document is shown: a unit, its head, or one function. */
export interface Grantee {
  readonly kind: 'unit' | 'head' | 'function';
  readonly id: string;
}

/** What lies before whom, and because of what: `source` is `kind:uuid` in the world of the module that puts it there. */
export interface Presentation {
  readonly document: string;
  readonly file: string;
  readonly source: string;
  readonly to: readonly Grantee[];
}

/** Puts a document before people who need not see its file; part of the act of the module that asks for it. Again is no harm. */
export async function presentDocument(tx: Tx, { document, file, source, to }: Presentation): Promise<void> {
  for (const { kind, id } of to) {
    await tx.query(
      'insert into records.presentations (document_id, file_id, kind, grantee, source) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [document, file, kind, id, source],
    );
  }
}

/** Takes back everything that was put before people because of this. */
export async function endPresentations(tx: Tx, source: string): Promise<void> {
  await tx.query('delete from records.presentations where source = $1', [source]);
}
