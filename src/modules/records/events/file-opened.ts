// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Akte angelegt: the file has its reference for ever. */
export interface FileOpened extends Event {
  readonly type: 'records.file-opened';
  readonly file: string;
  readonly facts: {
    readonly reference: string;
    readonly sortKey: string;
    readonly subject: string;
    readonly planUnit: string;
    readonly leadUnit: string;
    readonly protection: number;
    /** Who is named for it when it is protected from the beginning. */
    readonly owner: string | null;
    readonly openedOn: string;
  };
}
