// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PlanUnitChanged } from '../events/plan-unit-changed.ts';
import { mayChangeUnit } from '../rules/change-plan.ts';
import { changesOf } from '../rules/import-plan.ts';
import { mayActForBody } from '../store/acting.ts';
import { applyPlanUnitChanged, lockPlan, planAsItStands, planUnitFacts } from '../store/filing-plan.ts';
import { planUnitWords } from './fields.ts';

const input = z.strictObject({ unit: z.uuid(), ...planUnitWords });

/** Aktenplaneinheit ändern: name, description, retention, disposal. Cases filed already keep what held when they were filed. */
export const changePlanUnit: Command<z.infer<typeof input>, PlanUnitChanged> = {
  name: 'records.change-plan-unit',
  permission: 'records.registry',
  input,
  async decide({ input: { unit: id, needsContact, ...words }, caller, tx }) {
    const acting = await mayActForBody(tx, caller, 'records.registry');
    if (acting) return acting;
    const active = await lockPlan(tx);
    const plan = await planAsItStands(tx);
    const before = plan.units.find((unit) => unit.id === id);
    if (!before || !active) return new Refusal('not-found', 'records.plan-unit.not-found');
    const no = mayChangeUnit(before);
    if (no) return no;
    const changes = changesOf({ ...before, ...words }, before);
    if (changes.length === 0 && before.needsContact === needsContact) return new Refusal('conflict', 'records.nothing-changed');
    const unit = planUnitFacts(
      { ...before, ...words, line: undefined, changes, before },
      (code) => plan.units.find((one) => one.code === code)!.id,
    );
    return [{ type: 'records.plan-unit-changed', object: `plan-unit:${id}`, facts: { plan: active.id, needsContact, unit } }];
  },
  apply: applyPlanUnitChanged,
};
