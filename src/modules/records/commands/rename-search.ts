// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SearchRenamed } from '../events/search-saved.ts';
import { mayRenameSearch } from '../rules/saved-search.ts';
import { applySearchRenamed, lockOwnSearches } from '../store/saved-searches.ts';

const input = z.strictObject({ search: z.uuid(), name: z.string().trim().min(1).max(80) });

/** Gespeicherte Suche umbenennen. */
export const renameSearch: Command<z.infer<typeof input>, SearchRenamed> = {
  name: 'records.rename-search',
  permission: 'records.read',
  input,
  async decide({ input: { search: id, name }, caller: { person }, tx }) {
    if (person === null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const own = await lockOwnSearches(tx, person);
    const search = own.find((one) => one.id === id);
    if (!search) return new Refusal('not-found', 'records.saved-search.not-found');
    const no = mayRenameSearch(search, name, own);
    if (no) return no;
    return [{ type: 'records.search-renamed', object: `saved-search:${id}`, facts: { name } }];
  },
  apply: applySearchRenamed,
};
