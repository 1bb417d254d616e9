// SPDX-License-Identifier: EUPL-1.2
import type { Event, Json } from '../../../kernel/event.ts';

/** A step as an event carries it: a whole `Step` of the rules, as JSON. */
export type StepFacts = { readonly [key: string]: Json };

/** Verfügt: an order goes round. */
export interface OrderStarted extends Event {
  readonly type: 'circulation.order-started';
  readonly file: string;
  readonly facts: {
    readonly case: string;
    readonly document: string | null;
    /** The function in which it was given. */
    readonly issuer: string | null;
    readonly reference: string;
    readonly subject: string;
    readonly title: string;
    readonly versions: number | null;
    readonly day: string;
    readonly steps: readonly StepFacts[];
  };
}
