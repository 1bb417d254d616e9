// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Über eine Schranke hinweggegangen, with a reason. */
export interface GateOverridden extends Event {
  readonly type: 'records.gate-overridden';
  readonly file: string;
  readonly facts: {
    readonly gate: string;
    readonly action: string;
    readonly owner: string;
    readonly source: string;
    readonly reason: string;
  };
}
