// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { NumbersSkipped } from '../events/numbers-skipped.ts';
import { localDate } from '../rules/local-date.ts';
import { counterOf } from '../rules/reference.ts';
import { maySkipNumbers } from '../rules/skip-numbers.ts';
import { mayActInUnit } from '../store/acting.ts';
import { findPlanUnitForOpening } from '../store/plan-units.ts';
import { applyNumbersSkipped, getTemplate, nextNumber } from '../store/references.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ planUnit: z.uuid(), leadUnit: z.uuid(), upTo: z.coerce.number().int().min(1), reason });

/** Nummern auslassen: a gap is allowed only with its reason. */
export const skipReferenceNumbers: Command<z.infer<typeof input>, NumbersSkipped> = {
  name: 'records.skip-reference-numbers',
  permission: 'records.registry',
  input,
  async decide({ input: { planUnit, leadUnit, upTo, reason: why }, caller, at, tx }) {
    const acting = await mayActInUnit(tx, caller, { permission: 'records.registry', unit: leadUnit });
    if (acting) return acting;
    if (!(await findPlanUnitForOpening(tx, planUnit))) return new Refusal('not-found', 'records.plan-unit.not-found');
    const year = Number(localDate(at).slice(0, 4));
    const scope = counterOf(await getTemplate(tx, 'file'), { planUnit, leadUnit, year });
    const from = await nextNumber(tx, scope);
    const no = maySkipNumbers(from, upTo);
    if (no) return no;
    const facts = { scope, from, to: upTo, reason: why };
    return [{ type: 'records.numbers-skipped', object: `plan-unit:${planUnit}`, unit: leadUnit, facts }];
  },
  apply: applyNumbersSkipped,
};
