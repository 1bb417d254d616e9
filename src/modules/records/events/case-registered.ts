// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vorgang registriert: the draft has its number and reference for ever. */
export interface CaseRegistered extends Event {
  readonly type: 'records.case-registered';
  readonly file: string;
  readonly facts: { readonly no: number; readonly reference: string; readonly sortKey: string };
}
