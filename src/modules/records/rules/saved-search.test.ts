// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayRenameSearch, maySaveSearch, mostSavedSearches, type SavedSearch } from './saved-search.ts';

const search = (name: string): SavedSearch => ({ id: name, name, query: 'amt:32 Erlaubnis' });
const own = [search('Gaststätten'), search('Märkte')];
const many = Array.from({ length: mostSavedSearches }, (_, no) => search(`Suche ${no}`));

describe('a saved search', () => {
  const saving: [what: string, name: string, own: SavedSearch[], refusal: string | undefined][] = [
    ['is kept under a new name', 'Sperrzeiten', own, undefined],
    ['is not kept twice under one name, however it is spelt', 'MÄRKTE', own, 'records.saved-search.name-taken'],
    ['is one of a number that a desk can hold', 'Noch eine', many, 'records.saved-search.too-many'],
  ];
  for (const [what, name, mine, refusal] of saving) test(what, () => assert.equal(maySaveSearch(name, mine)?.reason, refusal));

  const renaming: [what: string, name: string, refusal: string | undefined][] = [
    ['gets another name', 'Feste', undefined],
    ['may change the spelling of its own name', 'märkte', undefined],
    ['does not get the name of another', 'gaststätten', 'records.saved-search.name-taken'],
    ['does not get the name that it has', 'Märkte', 'records.nothing-changed'],
  ];
  for (const [what, name, refusal] of renaming)
    test(what, () => assert.equal(mayRenameSearch(own[1]!, name, own)?.reason, refusal));
});
