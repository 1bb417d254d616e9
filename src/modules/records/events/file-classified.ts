// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Geheimhaltung der Akte gesetzt. */
export interface FileClassified extends Event {
  readonly type: 'records.file-classified';
  readonly file: string;
  readonly facts: { readonly from: string; readonly to: string; readonly reason: string };
}
