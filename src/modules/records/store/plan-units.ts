// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { PlanUnitForOpening } from '../rules/open-file.ts';

interface Row {
  readonly code: string;
  readonly state: PlanUnitForOpening['state'];
  readonly plan_state: PlanUnitForOpening['planState'];
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly has_children: boolean;
  readonly retention_years: number | null;
  readonly permanent: boolean | null;
}

/** A unit of the plan with the retention that it has or inherits from the nearest unit above. */
export async function findPlanUnitForOpening(tx: Tx, id: string): Promise<PlanUnitForOpening | undefined> {
  const [row] = await tx.query<Row>(
    `with recursive up as (
       select u.id, u.parent_id, u.retention_years, u.permanent, 0 as distance from records.filing_plan_units u where u.id = $1
       union all
       select p.id, p.parent_id, p.retention_years, p.permanent, up.distance + 1 from records.filing_plan_units p join up on p.id = up.parent_id)
     select u.code, u.state, p.state as plan_state, u.valid_from, u.valid_to,
            exists (select from records.filing_plan_units c where c.parent_id = u.id and c.state <> 'retired') as has_children,
            r.retention_years, r.permanent
       from records.filing_plan_units u
       join records.filing_plans p on p.id = u.plan_id
       left join lateral (select retention_years, permanent from up where retention_years is not null or permanent order by distance limit 1) r on true
      where u.id = $1`,
    [id],
  );
  if (!row) return undefined;
  const { code, state, plan_state: planState, valid_from: validFrom, valid_to: validTo, has_children: hasChildren } = row;
  return {
    code,
    state,
    planState,
    validFrom,
    validTo,
    hasChildren,
    retention: row.permanent ? 'permanent' : (row.retention_years ?? undefined),
  };
}
