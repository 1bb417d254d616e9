// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Dokument zugewiesen, oder endgültig. */
export interface DocumentMoved extends Event {
  readonly type: 'records.document-assigned' | 'records.document-finished';
  readonly file: string;
  readonly facts: { readonly from: string };
}
