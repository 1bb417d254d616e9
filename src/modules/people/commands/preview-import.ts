// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { dayOf } from '../rules/day.ts';
import { planStaff, type StaffPlan } from '../rules/import-staff.ts';
import { planUnits, type UnitPlan } from '../rules/import-units.ts';
import { knownStaff } from '../store/staff.ts';
import { organisation } from '../store/units.ts';

/** What an import of units would do, without doing it: the same plan the command carries out. */
export async function previewUnits(tx: Tx, csv: string, at: Date): Promise<UnitPlan> {
  return planUnits(csv, await organisation(tx), dayOf(at));
}

/** What an import of staff would do, without doing it. */
export async function previewStaff(tx: Tx, csv: string, at: Date): Promise<StaffPlan> {
  return planStaff(csv, await knownStaff(tx), dayOf(at));
}
