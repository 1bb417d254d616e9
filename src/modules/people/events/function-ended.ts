// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Funktion beendet. */
export interface FunctionEnded extends Event {
  readonly type: 'people.function-ended';
  readonly unit: string;
  readonly facts: {
    readonly person: string;
    readonly role: string;
    readonly ends: string;
  };
}
