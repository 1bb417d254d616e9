// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Wiedervorlage gesetzt. */
export interface FollowUpSet extends Event {
  readonly type: 'circulation.follow-up-set';
  readonly file: string;
  readonly facts: {
    readonly case: string;
    readonly unit: string;
    readonly function: string | null;
    readonly reference: string;
    readonly subject: string;
    readonly due: string;
    readonly series: string | null;
    readonly note: string;
    readonly woken: boolean;
  };
}

/** Wiedervorlage verlegt, vorgezogen, erledigt oder aufgehoben; eine Reihe geht mit dem nächsten Tag weiter. */
export interface FollowUpMoved extends Event {
  readonly type:
    | 'circulation.follow-up-moved'
    | 'circulation.follow-up-done'
    | 'circulation.follow-up-cancelled'
    | 'circulation.follow-up-woken';
  readonly file: string;
  readonly facts: { readonly due: string; readonly state: 'open' | 'done' | 'cancelled'; readonly note: string };
}
