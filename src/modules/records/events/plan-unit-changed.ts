// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';
import type { PlanUnitFacts } from './filing-plan-imported.ts';

/** Aktenplaneinheit angelegt, geändert oder stillgelegt, ohne neue Fassung. */
export interface PlanUnitChanged extends Event {
  readonly type: 'records.plan-unit-added' | 'records.plan-unit-changed' | 'records.plan-unit-retired';
  readonly facts: { readonly plan: string; readonly needsContact: boolean; readonly unit: PlanUnitFacts };
}
