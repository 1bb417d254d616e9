// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Suche gespeichert, for one's own desk. */
export interface SearchSaved extends Event {
  readonly type: 'records.search-saved';
  readonly facts: { readonly name: string; readonly query: string; readonly owner: string };
}

/** Gespeicherte Suche umbenannt. */
export interface SearchRenamed extends Event {
  readonly type: 'records.search-renamed';
  readonly facts: { readonly name: string };
}

/** Gespeicherte Suche entfernt. */
export interface SearchRemoved extends Event {
  readonly type: 'records.search-removed';
  readonly facts: Record<string, never>;
}
