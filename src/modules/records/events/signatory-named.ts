// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Bestimmt, welche Funktion schlusszeichnet. */
export interface SignatoryNamed extends Event {
  readonly type: 'records.signatory-named';
  readonly file: string;
  readonly facts: { readonly from: string | null; readonly to: string | null };
}
