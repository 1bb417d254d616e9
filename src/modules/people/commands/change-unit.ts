// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { UnitChanged } from '../events/unit-changed.ts';
import { dayOf } from '../rules/day.ts';
import { mayChangeUnit, type UnitState } from '../rules/unit-change.ts';
import { applyUnitChanged, organisationForChange } from '../store/units.ts';
import { dayOrNone, idOrNone, line } from './input.ts';

const renaming = z.strictObject({ unit: z.uuid(), code: line.min(1).max(30), name: line.min(1), from: dayOrNone });
const moving = z.strictObject({ unit: z.uuid(), parent: idOrNone, from: dayOrNone });

/** Organisationseinheit umbenennen: its id stays, so files, functions and history stay with it. */
export const renameUnit: Command<z.infer<typeof renaming>, UnitChanged> = {
  name: 'people.rename-unit',
  permission: 'people.manage-units',
  input: renaming,
  decide: ({ input: { unit, code, name, from }, at, tx }) => change(tx, unit, { code, name, from: from ?? dayOf(at) }),
  apply: applyUnitChanged,
};

/** Organisationseinheit verlegen: below another unit, with everything that hangs on it. */
export const moveUnit: Command<z.infer<typeof moving>, UnitChanged> = {
  name: 'people.move-unit',
  permission: 'people.manage-units',
  input: moving,
  decide: ({ input: { unit, parent, from }, at, tx }) => change(tx, unit, { parent, from: from ?? dayOf(at) }),
  apply: applyUnitChanged,
};

async function change(tx: Tx, id: string, part: Partial<UnitState> & { from: string }): Promise<UnitChanged[] | Refusal> {
  const all = await organisationForChange(tx);
  const unit = all.find((other) => other.id === id);
  if (!unit) return new Refusal('not-found', 'people.unit.not-found');
  const { code, name, parent } = unit;
  const wanted = {
    code: part.code ?? code,
    name: part.name ?? name,
    parent: part.parent === undefined ? parent : part.parent,
    from: part.from,
  };
  const no = mayChangeUnit(all, unit, wanted);
  if (no) return no;
  return [{ type: 'people.unit-changed', object: `unit:${id}`, unit: id, facts: { ...wanted, before: { code, name, parent } } }];
}
