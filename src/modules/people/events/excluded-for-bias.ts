// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Wegen Befangenheit ausgeschlossen (§§ 20, 21 VwVfG). */
export interface ExcludedForBias extends Event {
  readonly type: 'people.excluded-for-bias';
  readonly file: string;
  readonly facts: {
    readonly person: string;
    readonly label: string;
    readonly ground: string;
    readonly reason: string;
  };
}
