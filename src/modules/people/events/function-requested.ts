// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Funktion beantragt: waits for a second person. */
export interface FunctionRequested extends Event {
  readonly type: 'people.function-requested';
  readonly unit: string;
  readonly facts: {
    readonly person: string;
    readonly role: string;
    readonly from: string;
    readonly to: string | null;
    readonly requestedBy: string;
    readonly represented: string | null;
  };
}
