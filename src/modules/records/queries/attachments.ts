// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** The documents that came as parts of this one and still count. */
export async function attachmentsOf(tx: Tx, document: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    "select id from records.documents where parent_id = $1 and state <> 'withdrawn' order by no",
    [document],
  );
  return rows.map(({ id }) => id);
}
