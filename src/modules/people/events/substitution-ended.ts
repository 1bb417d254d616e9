// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vertretung vorzeitig beendet. */
export interface SubstitutionEnded extends Event {
  readonly type: 'people.substitution-ended';
  readonly facts: {
    readonly ends: string;
  };
}
