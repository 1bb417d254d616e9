// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PlanUnitChanged } from '../events/plan-unit-changed.ts';
import { placeNewUnit } from '../rules/change-plan.ts';
import { localDate } from '../rules/local-date.ts';
import { mayActForBody } from '../store/acting.ts';
import { applyPlanUnitChanged, lockPlan, planAsItStands, planUnitFacts } from '../store/filing-plan.ts';
import { planUnitWords } from './fields.ts';

const input = z.strictObject({ code: z.string().trim().min(1).max(40), ...planUnitWords, validFrom: z.iso.date().optional() });

/** Aktenplaneinheit anlegen, in the version in force. */
export const addPlanUnit: Command<z.infer<typeof input>, PlanUnitChanged> = {
  name: 'records.add-plan-unit',
  permission: 'records.registry',
  input,
  async decide({ input: { code, needsContact, validFrom, ...words }, caller, at, tx }) {
    const acting = await mayActForBody(tx, caller, 'records.registry');
    if (acting) return acting;
    const plan = await lockPlan(tx);
    if (!plan) return new Refusal('conflict', 'records.plan-unit.no-plan');
    const parent = placeNewUnit(code, await planAsItStands(tx));
    if (parent instanceof Refusal) return parent;
    const id = newId();
    const begins = { state: 'active' as const, validFrom: validFrom ?? localDate(at), validTo: null };
    const planned = {
      ...words,
      ...begins,
      line: undefined,
      code,
      parentCode: parent?.code ?? null,
      changes: ['added' as const],
      before: undefined,
    };
    const unit = planUnitFacts(planned, (wanted) => (wanted === code ? id : (parent?.id ?? id)));
    return [{ type: 'records.plan-unit-added', object: `plan-unit:${id}`, facts: { plan: plan.id, needsContact, unit } }];
  },
  apply: applyPlanUnitChanged,
};
