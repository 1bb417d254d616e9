// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vorgang wieder geöffnet: its retention is open again. */
export interface CaseReopened extends Event {
  readonly type: 'records.case-reopened';
  readonly file: string;
  readonly facts: { readonly reason: string };
}
