// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Former references of a file, case or document (`file:…`), in the spelling in which they were used. */
export async function aliasesOf(tx: Tx, object: string): Promise<string[]> {
  const rows = await tx.query<{ reference: string }>(
    'select reference from records.aliases where object = $1 order by reference collate "de-x-icu"',
    [object],
  );
  return rows.map(({ reference }) => reference);
}
