// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SearchRemoved } from '../events/search-saved.ts';
import { applySearchRemoved, lockOwnSearches } from '../store/saved-searches.ts';

const input = z.strictObject({ search: z.uuid() });

/** Gespeicherte Suche entfernen. */
export const removeSearch: Command<z.infer<typeof input>, SearchRemoved> = {
  name: 'records.remove-search',
  permission: 'records.read',
  input,
  async decide({ input: { search: id }, caller: { person }, tx }) {
    if (person === null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const own = await lockOwnSearches(tx, person);
    if (!own.some((one) => one.id === id)) return new Refusal('not-found', 'records.saved-search.not-found');
    return [{ type: 'records.search-removed', object: `saved-search:${id}`, facts: {} }];
  },
  apply: applySearchRemoved,
};
