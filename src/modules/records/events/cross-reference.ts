// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Verweis gesetzt oder entfernt. */
export interface CrossReferenceChanged extends Event {
  readonly type: 'records.cross-reference-added' | 'records.cross-reference-removed';
  readonly file: string;
  readonly facts: { readonly id: string; readonly to: string; readonly toFile: string; readonly note: string };
}
