// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** A search that somebody keeps for themselves. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** Most searches that one person keeps: the desk stays a desk. */
export const mostSavedSearches = 20;

/** May this search be kept under this name? `own` are all that the person has. */
export function maySaveSearch(name: string, own: readonly SavedSearch[]): Refusal | undefined {
  if (own.length >= mostSavedSearches) return new Refusal('conflict', 'records.saved-search.too-many', { n: mostSavedSearches });
  return nameTaken(name, own);
}

/** May it be called so from now on? */
export function mayRenameSearch(search: SavedSearch, name: string, own: readonly SavedSearch[]): Refusal | undefined {
  if (search.name === name) return new Refusal('conflict', 'records.nothing-changed');
  return nameTaken(
    name,
    own.filter(({ id }) => id !== search.id),
  );
}

function nameTaken(name: string, own: readonly SavedSearch[]): Refusal | undefined {
  const taken = own.some((one) => one.name.toLowerCase() === name.toLowerCase());
  const reason = 'records.saved-search.name-taken';
  return taken ? new Refusal('invalid', reason, {}, { name: reason }) : undefined;
}
