// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Kontiert: the amount is spread over budget codes. */
export interface InvoiceAllocated extends Event {
  readonly type: 'invoices.allocated';
  readonly file: string;
  readonly facts: { readonly rows: readonly { readonly code: string; readonly amount: string; readonly measure: string }[] };
}
