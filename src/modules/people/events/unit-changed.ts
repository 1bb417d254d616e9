// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Organisationseinheit umbenannt oder verlegt: a new state from a day on. */
export interface UnitChanged extends Event {
  readonly type: 'people.unit-changed';
  readonly unit: string;
  readonly facts: {
    readonly code: string;
    readonly name: string;
    readonly parent: string | null;
    readonly from: string;
    readonly before: { readonly code: string; readonly name: string; readonly parent: string | null };
  };
}
