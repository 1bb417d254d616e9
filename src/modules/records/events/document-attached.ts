// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Dokument einem anderen als Anlage beigefügt, oder davon gelöst. */
export interface DocumentAttached extends Event {
  readonly type: 'records.document-attached';
  readonly file: string;
  readonly facts: { readonly from: string | null; readonly to: string | null };
}
