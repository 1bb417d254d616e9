// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';
import type { StepFacts } from './order-started.ts';

/** What can happen to an order on its way. */
export const orderSteps = [
  'order-marked',
  'order-returned',
  'order-resumed',
  'order-recalled',
  'order-changed',
  'order-completed',
  'order-reopened',
  'order-reserved',
  'order-extended',
] as const;
export type OrderStep = (typeof orderSteps)[number];

/** Ein Schritt der Verfügung: marked, sent back, changed …; with how the order stands after it. */
export interface OrderStepped extends Event {
  readonly type: `circulation.${OrderStep}`;
  readonly file: string;
  readonly facts: {
    readonly state: 'running' | 'returned' | 'completed' | 'recalled';
    readonly day: string;
    /** The step that was marked just now, by whom and in which words. */
    readonly marked: {
      readonly step: string;
      readonly person: string | null;
      readonly represented: string | null;
      readonly words: string;
    } | null;
    readonly reason: string;
    readonly steps: readonly StepFacts[];
  };
}
