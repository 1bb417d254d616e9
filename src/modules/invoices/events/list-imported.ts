// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Liste eingelesen: the whole list as it stands from now on. */
export interface ListImported extends Event {
  readonly type: 'invoices.list-imported';
  readonly object: `invoice-list:${string}`;
  readonly facts: {
    readonly list: string;
    readonly added: number;
    readonly changed: number;
    readonly gone: number;
    /** All lines with their keys, as JSON text. */
    readonly lines: string;
  };
}
