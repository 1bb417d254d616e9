// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Akte notgeöffnet: the entry in the file is the notice to those responsible for it. */
export interface OpenedByBreakGlass extends Event {
  readonly type: 'people.opened-by-break-glass';
  readonly file: string;
  readonly facts: {
    readonly person: string;
    readonly label: string;
    readonly reason: string;
    readonly opened: string;
    readonly ends: string;
    readonly reviewBy: string;
  };
}
