// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Organisationseinheit eingerichtet. */
export interface UnitCreated extends Event {
  readonly type: 'people.unit-created';
  readonly unit: string;
  readonly facts: {
    readonly code: string;
    readonly name: string;
    readonly parent: string | null;
    readonly from: string;
  };
}
