// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Antrag zurückgezogen oder Ablehnung zur Kenntnis genommen. */
export interface GrantWithdrawn extends Event {
  readonly type: 'people.grant-withdrawn';
  readonly facts: Readonly<Record<string, never>>;
}
