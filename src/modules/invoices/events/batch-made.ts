// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Übergabe an das Finanzverfahren gebildet und unterschrieben; `content` is the SHA-256 of the records. */
export interface BatchMade extends Event {
  readonly type: 'invoices.batch-made';
  readonly content: string;
  readonly unit: string;
  readonly facts: {
    readonly no: number;
    readonly day: string;
    readonly count: number;
    readonly total: string;
    readonly payload: string;
    readonly signature: string;
    readonly invoices: readonly string[];
  };
}
