// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** A plan unit as it stands after an act. */
export type PlanUnitFacts = {
  readonly id: string;
  readonly code: string;
  readonly sortKey: string;
  readonly parent: string | null;
  readonly title: string;
  readonly description: string;
  readonly seeAlso: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly disposal: string | null;
  readonly state: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** What happened to it: added, renamed, moved, retention, described, retired, revived. */
  readonly changes: readonly string[];
};

/** Neue Fassung des Aktenplans: only the units that it adds, changes or retires. */
export interface FilingPlanImported extends Event {
  readonly type: 'records.filing-plan-imported';
  readonly facts: {
    readonly name: string;
    readonly version: string;
    readonly validFrom: string;
    /** Version that it follows. */
    readonly previous: string | null;
    readonly units: readonly PlanUnitFacts[];
  };
}
