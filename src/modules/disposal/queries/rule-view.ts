// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { RetentionRule } from '../rules/retention-rule.ts';

/** A rule as pages show it. */
export interface LockedRuleView extends RetentionRule {
  readonly state: 'proposed' | 'released' | 'withdrawn';
  readonly settled: boolean;
  readonly reason: string;
  readonly proposedBy: string;
  readonly represented: string | null;
}

/** One rule. */
export async function findRule(tx: Tx, id: string): Promise<LockedRuleView | undefined> {
  const [row] = await tx.query<LockedRuleView>(
    `select id, plan_unit as "planUnit", years, permanent, start_kind as start, disposal, basis, reason, shortens,
            valid_from as "validFrom", valid_to as "validTo", state, settled, proposed_by as "proposedBy", represented
       from disposal.rules where id = $1`,
    [id],
  );
  return row;
}
