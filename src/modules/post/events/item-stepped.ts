// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** A piece of post went one step on. `unit` is the office that acts. */
export interface ItemStepped extends Event {
  readonly type: `post.${
    | 'forwarded'
    | 'taken-back'
    | 'accepted'
    | 'returned'
    | 'assigned'
    | 'undone'
    | 'set-aside'
    | 'reopened'
    | 'quarantined'
    | 'released'
    | 'refused'}`;
  readonly facts: {
    readonly day: string;
    /** Where it lies afterwards. */
    readonly office: string;
    /** Who gave it away, as long as it is not accepted. */
    readonly from: string | null;
    readonly note: string;
    readonly hazards?: readonly string[];
    readonly case?: string;
    readonly document?: string;
    readonly place?: number | null;
  };
}
