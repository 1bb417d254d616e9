// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { RowSeen } from '../rules/reconcile.ts';

/** What the tables hold of one file, for the comparison with its journal. */
export function rowsOfFile(tx: Tx, file: string): Promise<RowSeen[]> {
  return tx.query<RowSeen>(
    `select 'file:' || f.id as object, f.subject as name, null::text as content, null::boolean as signed from records.files f where f.id = $1
     union all
     select 'case:' || c.id, c.subject, null::text, null::boolean from records.cases c where c.file_id = $1
     union all
     select 'document:' || d.id, d.title, v.content, d.state = 'signed'
       from records.documents d join records.versions v on v.document_id = d.id and v.no = d.versions where d.file_id = $1`,
    [file],
  );
}
