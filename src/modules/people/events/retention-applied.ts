// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Fristen angewandt: how many rows were removed, never whose. */
export interface RetentionApplied extends Event {
  readonly type: 'people.retention-applied';
  readonly facts: { readonly substitutions: number; readonly functions: number; readonly credentials: number };
}
