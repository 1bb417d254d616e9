// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Antrag abgelehnt. */
export interface GrantDeclined extends Event {
  readonly type: 'people.grant-declined';
  readonly facts: {
    readonly reason: string;
  };
}
