// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vorgang wartet, oder geht weiter. */
export interface CaseWaits extends Event {
  readonly type: 'records.case-waits' | 'records.case-resumed';
  readonly file: string;
  readonly facts: { readonly reason: string };
}
