// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Zuständige Funktion bestimmt. */
export interface CaseAssigned extends Event {
  readonly type: 'records.case-assigned';
  readonly file: string;
  readonly facts: { readonly from: string | null; readonly to: string | null };
}
