// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Dokument zurückgezogen (Storno): it stays visible, with the reason. */
export interface DocumentWithdrawn extends Event {
  readonly type: 'records.document-withdrawn';
  readonly file: string;
  readonly facts: { readonly reason: string };
}
