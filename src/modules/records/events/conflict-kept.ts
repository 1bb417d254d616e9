// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Konfliktfassung aufgehoben: a text written on an older version lies beside the document. */
export interface ConflictKept extends Event {
  readonly type: 'records.conflict-kept';
  readonly file: string;
  readonly facts: { readonly conflict: string; readonly base: number; readonly newest: number };
}
