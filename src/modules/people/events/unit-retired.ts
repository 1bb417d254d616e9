// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Organisationseinheit aufgelöst; the heir, if any, is responsible from that day on. */
export interface UnitRetired extends Event {
  readonly type: 'people.unit-retired';
  readonly unit: string;
  readonly facts: {
    readonly code: string;
    readonly on: string;
    readonly heir: string | null;
  };
}
