// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { SearchRemoved, SearchRenamed, SearchSaved } from '../events/search-saved.ts';
import type { SavedSearch } from '../rules/saved-search.ts';

const idOf = ({ object }: { object: string }) => object.slice('saved-search:'.length);

/** The caller's own searches, locked; row level security shows nobody another's. */
export async function lockOwnSearches(tx: Tx, person: string): Promise<SavedSearch[]> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('records.saved-searches:' || $1::text, 0))", [person]);
  return tx.query<SavedSearch>('select id, name, query from records.saved_searches where person = $1', [person]);
}

/** Keeps a search. */
export async function applySearchSaved(tx: Tx, event: SearchSaved): Promise<void> {
  const { name, query, owner } = event.facts;
  await tx.query('insert into records.saved_searches (id, person, name, query) values ($1, $2, $3, $4)', [
    idOf(event),
    owner,
    name,
    query,
  ]);
}

/** Gives it another name. */
export async function applySearchRenamed(tx: Tx, event: SearchRenamed): Promise<void> {
  await tx.query('update records.saved_searches set name = $2 where id = $1', [idOf(event), event.facts.name]);
}

/** Forgets it. */
export async function applySearchRemoved(tx: Tx, event: SearchRemoved): Promise<void> {
  await tx.query('delete from records.saved_searches where id = $1', [idOf(event)]);
}
