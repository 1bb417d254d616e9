// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';
import type { FieldChanges } from './file-changed.ts';

/** Fakten des Dokuments geändert: title, kind, dates. */
export interface DocumentChanged extends Event {
  readonly type: 'records.document-changed';
  readonly file: string;
  readonly facts: FieldChanges;
}
