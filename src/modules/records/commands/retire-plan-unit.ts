// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PlanUnitChanged } from '../events/plan-unit-changed.ts';
import { mayRetireUnit } from '../rules/change-plan.ts';
import { retiredUnit } from '../rules/import-plan.ts';
import { localDate } from '../rules/local-date.ts';
import { mayActForBody } from '../store/acting.ts';
import { applyPlanUnitChanged, lockPlan, planAsItStands, planUnitFacts } from '../store/filing-plan.ts';

const input = z.strictObject({ unit: z.uuid() });

/** Aktenplaneinheit stilllegen: its files stay, new ones begin elsewhere. */
export const retirePlanUnit: Command<z.infer<typeof input>, PlanUnitChanged> = {
  name: 'records.retire-plan-unit',
  permission: 'records.registry',
  input,
  async decide({ input: { unit: id }, caller, at, tx }) {
    const acting = await mayActForBody(tx, caller, 'records.registry');
    if (acting) return acting;
    const active = await lockPlan(tx);
    const plan = await planAsItStands(tx);
    const before = plan.units.find((unit) => unit.id === id);
    if (!before || !active) return new Refusal('not-found', 'records.plan-unit.not-found');
    const no = mayRetireUnit(before, plan);
    if (no) return no;
    const unit = planUnitFacts(retiredUnit(before, localDate(at)), (code) => plan.units.find((one) => one.code === code)!.id);
    return [
      {
        type: 'records.plan-unit-retired',
        object: `plan-unit:${id}`,
        facts: { plan: active.id, needsContact: before.needsContact, unit },
      },
    ];
  },
  apply: applyPlanUnitChanged,
};
