// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { StepKind } from '../rules/kinds.ts';

/** How long steps of one kind lay in an office. */
export interface FlowLine {
  readonly unit: string;
  readonly kind: StepKind;
  readonly steps: number;
  /** Half of them took no longer, in days. */
  readonly median: string;
  readonly late: number;
}

/** Lying times of units since a day; groups of fewer than five people do not come out of the database at all. */
export function lyingTimes(tx: Tx, { units, since }: { units: readonly string[]; since: string }): Promise<FlowLine[]> {
  return tx.query<FlowLine>(
    'select unit, kind, steps, median::text as median, late from circulation.lying_time($1, $2) order by unit, kind',
    [units, since],
  );
}
