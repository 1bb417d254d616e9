// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { PlanUnitForOpening } from '../rules/open-file.ts';
import { type RetentionStep, resolveRetention } from '../rules/retention.ts';

/** What the units from this one up to the main group say of retention, the nearest first. */
export async function planPath(tx: Tx, unit: string): Promise<RetentionStep[]> {
  return tx.query<RetentionStep>(
    `with recursive up as (
       select u.*, 0 as distance from records.filing_plan_units u where u.id = $1
       union all
       select p.*, up.distance + 1 from records.filing_plan_units p join up on p.id = up.parent_id)
     select code, retention_years as years, permanent, disposal_type as disposal, needs_contact as "needsContact" from up order by distance`,
    [unit],
  );
}

/** A unit of the plan with the retention that it has or inherits from the nearest unit above. */
export async function findPlanUnitForOpening(tx: Tx, id: string): Promise<PlanUnitForOpening | undefined> {
  const [row] = await tx.query<Omit<PlanUnitForOpening, 'retention'>>(
    `select u.code, u.state, p.state as "planState", u.valid_from as "validFrom", u.valid_to as "validTo",
            exists (select from records.filing_plan_units c where c.parent_id = u.id and c.state <> 'retired') as "hasChildren"
       from records.filing_plan_units u join records.filing_plans p on p.id = u.plan_id where u.id = $1`,
    [id],
  );
  return row && { ...row, retention: resolveRetention(await planPath(tx, id)).retention };
}
