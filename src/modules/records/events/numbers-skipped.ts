// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Nummern ausgelassen: they stand as gaps with this reason. */
export interface NumbersSkipped extends Event {
  readonly type: 'records.numbers-skipped';
  readonly facts: { readonly scope: string; readonly from: number; readonly to: number; readonly reason: string };
}
