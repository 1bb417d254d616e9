// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What the rule needs to know of the filing plan unit. */
export interface PlanUnitForOpening {
  readonly code: string;
  readonly state: 'planned' | 'active' | 'retired';
  readonly planState: 'planned' | 'active' | 'retired';
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Years or `permanent`, own or inherited; undefined when nobody up the plan says anything. */
  readonly retention: number | 'permanent' | undefined;
  readonly hasChildren: boolean;
}

/** May a file be opened at this place of the plan, on this day, by somebody who may write in the lead unit? */
export function mayOpenFile(unit: PlanUnitForOpening, on: string, mayWrite: boolean): Refusal | undefined {
  if (!mayWrite) return new Refusal('not-permitted', 'records.open-file.not-your-unit');
  if (unit.state !== 'active' || unit.planState !== 'active')
    return new Refusal('conflict', 'records.open-file.unit-retired', { code: unit.code });
  if (on < unit.validFrom || (unit.validTo !== null && on > unit.validTo))
    return new Refusal('conflict', 'records.open-file.unit-not-valid', { code: unit.code });
  if (unit.hasChildren) return new Refusal('conflict', 'records.open-file.not-a-leaf', { code: unit.code });
  if (unit.retention === undefined) return new Refusal('conflict', 'records.open-file.no-retention', { code: unit.code });
  return undefined;
}
