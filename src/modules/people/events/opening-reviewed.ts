// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Notöffnung geprüft. */
export interface OpeningReviewed extends Event {
  readonly type: 'people.opening-reviewed';
  readonly file: string;
  readonly facts: {
    readonly verdict: 'justified' | 'unjustified';
    readonly note: string;
  };
}
