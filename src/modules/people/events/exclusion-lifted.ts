// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Ausschluss aufgehoben. */
export interface ExclusionLifted extends Event {
  readonly type: 'people.exclusion-lifted';
  readonly file: string;
  readonly facts: {
    readonly person: string;
    readonly reason: string;
  };
}
