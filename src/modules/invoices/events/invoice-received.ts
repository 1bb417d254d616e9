// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Rechnung eingegangen: what it says was read from exactly the bytes that `content` names. */
export interface InvoiceReceived extends Event {
  readonly type: 'invoices.received';
  readonly file: string;
  readonly content: string;
  readonly facts: {
    readonly case: string;
    readonly document: string;
    readonly fileName: string;
    readonly receivedOn: string;
    readonly number: string;
    readonly seller: string;
    readonly sellerKey: string;
    readonly iban: string;
    readonly amount: string | null;
    readonly currency: string;
    readonly issuedOn: string | null;
    readonly dueOn: string;
    readonly skontoOn: string | null;
    /** Order and contract (BT-13, BT-12) as they are compared. */
    readonly orderKey: string;
    readonly contractKey: string;
    readonly errors: number;
    /** The picture to look at and the report of the validator, as JSON text. */
    readonly picture: string;
    readonly report: string;
  };
}
