// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';
import type { FieldChanges } from './file-changed.ts';

/** Fakten des Vorgangs geändert. */
export interface CaseChanged extends Event {
  readonly type: 'records.case-changed';
  readonly file: string;
  readonly facts: FieldChanges;
}
