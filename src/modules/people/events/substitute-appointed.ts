// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Vertretung bestellt. */
export interface SubstituteAppointed extends Event {
  readonly type: 'people.substitute-appointed';
  readonly facts: {
    readonly principal: string;
    readonly deputy: string;
    readonly from: string;
    readonly to: string;
    readonly functions: readonly string[];
  };
}
