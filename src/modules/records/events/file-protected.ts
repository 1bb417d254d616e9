// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Schutzstufe gesetzt. */
export interface FileProtected extends Event {
  readonly type: 'records.file-protected';
  readonly file: string;
  readonly facts: { readonly from: number; readonly to: number; readonly reason: string };
}
