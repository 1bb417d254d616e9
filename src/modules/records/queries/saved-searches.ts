// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { SavedSearch } from '../rules/saved-search.ts';

/** The caller's own searches by name; row level security shows nobody another's. */
export function ownSearches(tx: Tx): Promise<SavedSearch[]> {
  return tx.query<SavedSearch>(
    'select id, name, query from records.saved_searches where person = kernel.person() order by lower(name), id',
  );
}
