// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Journal, JournalEntry, StreamRow } from '../../../kernel/journal/index.ts';
import { entryOf } from '../../../kernel/journal/read.ts';

/** The newest acts of one file, newest first. There is no such query by person: who acted stands in the file, nowhere else. */
export async function fileHistory(tx: Tx, journal: Journal, file: string, newest: number): Promise<JournalEntry[]> {
  const rows = await tx.query<StreamRow>('select * from records.file_history($1, $2)', [file, newest]);
  return journal.open(rows).map(entryOf);
}
