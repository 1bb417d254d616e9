// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { HistoryEntry } from '../rules/erase-personal.ts';

/** The file's entries in the tree: which there are, and whether their personal part is gone. */
export async function findHistory(tx: Tx, file: string): Promise<HistoryEntry[]> {
  return tx.query<HistoryEntry>(
    `select no, seq, header::jsonb ->> 'act' as act, body is null as erased from records.file_history($1)`,
    [file],
  );
}
