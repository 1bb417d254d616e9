// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Früheres Zeichen vermerkt: the object is found by it for ever. */
export interface AliasAdded extends Event {
  readonly type: 'records.alias-added';
  readonly file: string;
  readonly facts: { readonly of: string; readonly reference: string; readonly lookup: string };
}
