// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FilingPlanImported } from '../events/filing-plan-imported.ts';
import { mayImportPlan } from '../rules/change-plan.ts';
import { comparePlan, type PlanDifference } from '../rules/import-plan.ts';
import { localDate } from '../rules/local-date.ts';
import { mayActForBody } from '../store/acting.ts';
import { applyFilingPlanImported, lockPlan, planAsItStands, planExists, planUnitFacts } from '../store/filing-plan.ts';

const input = z.strictObject({
  name: z.string().trim().min(1).max(120),
  version: z.string().trim().min(1).max(40),
  validFrom: z.iso.date(),
  /** The table as text (CSV); `decodeCsv` makes it from bytes. */
  table: z.string().max(4_000_000),
});

/** What an import would change, line by line, before anybody decides. */
export async function previewFilingPlan(
  tx: Tx,
  { table, validFrom }: { table: string; validFrom: string },
): Promise<PlanDifference> {
  return comparePlan(table, await planAsItStands(tx), validFrom);
}

/** Aktenplan einspielen: a whole new version or nothing. */
export const importFilingPlan: Command<z.infer<typeof input>, FilingPlanImported> = {
  name: 'records.import-filing-plan',
  permission: 'records.registry',
  input,
  async decide({ input: { name, version, validFrom, table }, caller, at, tx }) {
    const acting = await mayActForBody(tx, caller, 'records.registry');
    if (acting) return acting;
    const active = await lockPlan(tx);
    const exists = await planExists(tx, name, version);
    const no = mayImportPlan({ validFrom, exists, activeFrom: active?.validFrom }, localDate(at));
    if (no) return no;
    const now = await planAsItStands(tx);
    const { units, findings } = comparePlan(table, now, validFrom);
    const [first] = findings;
    if (first)
      return new Refusal(
        'invalid',
        'records.import-plan.findings',
        { n: findings.length, line: first.line },
        { table: first.reason },
      );
    if (units.length === 0) return new Refusal('conflict', 'records.import-plan.nothing-changes');
    const ids = new Map(units.map((unit) => [unit.code, unit.before?.id ?? newId()]));
    const known = new Map(now.units.map((unit) => [unit.code, unit.id]));
    const facts = {
      name,
      version,
      validFrom,
      previous: active?.id ?? null,
      units: units.map((unit) => planUnitFacts(unit, (code) => ids.get(code) ?? known.get(code)!)),
    };
    return [{ type: 'records.filing-plan-imported', object: `filing-plan:${newId()}`, facts }];
  },
  apply: applyFilingPlanImported,
};
