// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SearchSaved } from '../events/search-saved.ts';
import { maySaveSearch } from '../rules/saved-search.ts';
import { applySearchSaved, lockOwnSearches } from '../store/saved-searches.ts';

const input = z.strictObject({ name: z.string().trim().min(1).max(80), query: z.string().trim().min(1).max(400) });

/** Suche speichern, for one's own desk; in nobody else's name. */
export const saveSearch: Command<z.infer<typeof input>, SearchSaved> = {
  name: 'records.save-search',
  permission: 'records.read',
  input,
  async decide({ input: { name, query }, caller: { person }, tx }) {
    if (person === null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const no = maySaveSearch(name, await lockOwnSearches(tx, person));
    if (no) return no;
    const facts = { name, query, owner: person };
    return [{ type: 'records.search-saved', object: `saved-search:${newId()}`, facts }];
  },
  apply: applySearchSaved,
};
