// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import type { PlanAsItStands, PlanUnit } from './import-plan.ts';
import { isDivided, isPlanCode, parentOf } from './plan-code.ts';

/** A new version that somebody wants to bring into force. */
export interface PlanVersionWanted {
  readonly validFrom: string;
  /** True when a version of this name is there already. */
  readonly exists: boolean;
  /** First day of the version in force. */
  readonly activeFrom: string | undefined;
}

/** May this version come into force today? */
export function mayImportPlan({ validFrom, exists, activeFrom }: PlanVersionWanted, today: string): Refusal | undefined {
  if (exists) return wrong('version', 'records.import-plan.version-exists');
  if (validFrom > today) return wrong('validFrom', 'records.import-plan.not-yet');
  if (activeFrom !== undefined && validFrom < activeFrom) return wrong('validFrom', 'records.import-plan.before-active');
  return undefined;
}

/** Where a new unit hangs, or why it cannot be added. */
export function placeNewUnit(code: string, plan: PlanAsItStands): PlanUnit | null | Refusal {
  if (!isPlanCode(code)) return wrong('code', 'records.plan-table.bad-code');
  if (plan.formerCodes.has(code) || plan.units.some((unit) => unit.code === code))
    return wrong('code', 'records.plan-unit.code-was-used');
  const inUse = plan.units.filter(({ state }) => state !== 'retired');
  const parentCode = parentOf(code, new Set(inUse.map((unit) => unit.code)));
  if (parentCode === undefined && isDivided(code)) return wrong('code', 'records.plan-unit.no-parent');
  return inUse.find((unit) => unit.code === parentCode) ?? null;
}

/** May this unit go out of use? Its files stay where they are. */
export function mayRetireUnit(unit: PlanUnit, plan: PlanAsItStands): Refusal | undefined {
  if (unit.state === 'retired') return new Refusal('conflict', 'records.plan-unit.retired-already', { code: unit.code });
  const below = plan.units.filter(({ parentCode, state }) => parentCode === unit.code && state !== 'retired');
  if (below.length > 0) return new Refusal('conflict', 'records.plan-unit.has-units', { code: unit.code, n: below.length });
  return undefined;
}

/** May this unit be changed? */
export function mayChangeUnit(unit: PlanUnit): Refusal | undefined {
  if (unit.state === 'retired') return new Refusal('conflict', 'records.plan-unit.retired-already', { code: unit.code });
  return undefined;
}

function wrong(field: string, reason: string): Refusal {
  return new Refusal('invalid', reason, {}, { [field]: reason });
}
