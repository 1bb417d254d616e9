// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** What can happen to an invoice after it came in. */
export const invoiceSteps = [
  'checked',
  'assigned',
  'factual',
  'arithmetic',
  'ordered',
  'queried',
  'refused',
  'cancelled',
  'handed-over',
  'paid',
  'filed',
] as const;
export type InvoiceStep = (typeof invoiceSteps)[number];

/** Ein Schritt der Rechnung: checked, certified, ordered …, with who did it, because four eyes must be told apart. */
export interface InvoiceStepped extends Event {
  readonly type: `invoices.${InvoiceStep}`;
  readonly file: string;
  readonly facts: {
    readonly person: string | null;
    readonly represented: string | null;
    readonly day: string;
    readonly note: string;
    readonly office?: string;
    readonly letter?: string;
    readonly booking?: string;
  };
}
