// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Funktion vergeben. `alone` marks the one exception to four eyes: the first administrator on an empty system. */
export interface FunctionGranted extends Event {
  readonly type: 'people.function-granted';
  readonly unit: string;
  readonly facts: {
    readonly person: string;
    readonly role: string;
    readonly from: string;
    readonly to: string | null;
    readonly request: string | null;
    readonly alone: boolean;
  };
}
