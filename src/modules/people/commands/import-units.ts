// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { UnitChanged } from '../events/unit-changed.ts';
import type { UnitCreated } from '../events/unit-created.ts';
import type { LineFinding } from '../rules/csv.ts';
import { dayOf } from '../rules/day.ts';
import { type PlannedUnit, planUnits } from '../rules/import-units.ts';
import { mayChangeUnit, mayCreateUnit, type UnitState } from '../rules/unit-change.ts';
import { applyUnitChanged, applyUnitCreated, organisationForChange } from '../store/units.ts';

const input = z.strictObject({ csv: z.string().max(900_000) });

/** Organisationseinheiten einlesen: all lines or none. */
export const importUnits: Command<z.infer<typeof input>, UnitCreated | UnitChanged> = {
  name: 'people.import-units',
  permission: 'people.import',
  input,
  async decide({ input: { csv }, at, tx }) {
    const all = await organisationForChange(tx);
    const plan = planUnits(csv, all, dayOf(at));
    if (plan.findings.length > 0) return importRefused(plan.findings);
    const world = {
      units: [...all],
      byCode: new Map(all.filter(({ validTo }) => validTo === null).map((unit) => [unit.code, unit.id])),
    };
    const events: (UnitCreated | UnitChanged)[] = [];
    for (const planned of plan.units) {
      const event = carryOut(planned, world);
      if (event instanceof Refusal) return importRefused([{ line: planned.line, reason: event.reason, details: event.details }]);
      if (event) events.push(event);
    }
    return events.length > 0 ? events : new Refusal('conflict', 'people.import.nothing-new');
  },
  apply: (tx, event) => (event.type === 'people.unit-created' ? applyUnitCreated(tx, event) : applyUnitChanged(tx, event)),
};

/** Says how many lines are wrong and the first of them; the preview shows all. */
export function importRefused(findings: readonly LineFinding[]): Refusal {
  return new Refusal(
    'invalid',
    'people.import.refused',
    { n: findings.length, line: findings[0]?.line ?? 0 },
    { csv: 'people.import.see-lines' },
  );
}

/** The organisation while the import goes on: each line must fit to what the lines before it make. */
interface World {
  units: UnitState[];
  readonly byCode: Map<string, string>;
}

function carryOut(
  { act, code, name, parent, from, before }: PlannedUnit,
  world: World,
): UnitCreated | UnitChanged | Refusal | undefined {
  if (act === 'keep') return undefined;
  const unit = before?.id ?? newId();
  const wanted = { code, name, parent: parent === '' ? null : (world.byCode.get(parent) ?? null), from };
  const no = before ? mayChangeUnit(world.units, before, wanted) : mayCreateUnit(world.units, wanted);
  if (no) return no;
  world.byCode.set(code, unit);
  world.units = [...world.units.filter(({ id }) => id !== unit), { ...wanted, id: unit, validFrom: from, validTo: null }];
  const object = `unit:${unit}` as const;
  if (!before) return { type: 'people.unit-created', object, unit, facts: wanted };
  return {
    type: 'people.unit-changed',
    object,
    unit,
    facts: { ...wanted, before: { code: before.code, name: before.name, parent: before.parent } },
  };
}
