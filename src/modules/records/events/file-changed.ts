// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Fields before and after an act; only those that differ. */
export type FieldChanges = {
  readonly before: { readonly [field: string]: string | number | boolean | null };
  readonly after: { readonly [field: string]: string | number | boolean | null };
};

/** Fakten der Akte geändert: subject, medium, place of the paper. */
export interface FileChanged extends Event {
  readonly type: 'records.file-changed';
  readonly file: string;
  readonly facts: FieldChanges;
}
