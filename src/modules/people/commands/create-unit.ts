// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import type { UnitCreated } from '../events/unit-created.ts';
import { dayOf } from '../rules/day.ts';
import { mayCreateUnit } from '../rules/unit-change.ts';
import { applyUnitCreated, organisationForChange } from '../store/units.ts';
import { dayOrNone, idOrNone, line } from './input.ts';

const input = z.strictObject({
  code: line.min(1).max(30),
  name: line.min(1),
  parent: idOrNone,
  from: dayOrNone,
});

/** Organisationseinheit einrichten. */
export const createUnit: Command<z.infer<typeof input>, UnitCreated> = {
  name: 'people.create-unit',
  permission: 'people.manage-units',
  input,
  async decide({ input: { code, name, parent, from }, at, tx }) {
    const wanted = { code, name, parent, from: from ?? dayOf(at) };
    const no = mayCreateUnit(await organisationForChange(tx), wanted);
    if (no) return no;
    const unit = newId();
    return [{ type: 'people.unit-created', object: `unit:${unit}`, unit, facts: wanted }];
  },
  apply: applyUnitCreated,
};
