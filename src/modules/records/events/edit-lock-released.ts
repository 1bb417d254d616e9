// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Bearbeitungssperre aufgehoben, by somebody who does not hold it, with a reason. */
export interface EditLockReleased extends Event {
  readonly type: 'records.edit-lock-released';
  readonly file: string;
  readonly facts: { readonly reason: string; readonly holders: readonly string[] };
}
