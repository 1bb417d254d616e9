// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Akte geschlossen: all its cases are filed. */
export interface FileClosed extends Event {
  readonly type: 'records.file-closed';
  readonly file: string;
  readonly facts: { readonly closedOn: string };
}

/** Akte wieder geöffnet. */
export interface FileReopened extends Event {
  readonly type: 'records.file-reopened';
  readonly file: string;
  readonly facts: { readonly reason: string };
}
