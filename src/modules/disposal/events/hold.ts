// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vernichtung ausgesetzt. */
export interface HoldSet extends Event {
  readonly type: 'disposal.hold-set';
  readonly facts: {
    readonly scope: string;
    readonly subject: string;
    readonly reason: string;
    readonly basis: string;
    readonly keeperUnit: string;
    readonly setOn: string;
  };
}

/** Aussetzung aufgehoben: the period itself was never touched. */
export interface HoldLifted extends Event {
  readonly type: 'disposal.hold-lifted';
  readonly facts: { readonly reason: string; readonly day: string };
}
