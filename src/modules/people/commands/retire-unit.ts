// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { UnitRetired } from '../events/unit-retired.ts';
import { beginOf, dayOf } from '../rules/day.ts';
import { mayRetireUnit } from '../rules/unit-change.ts';
import { applyUnitRetired, functionsBeyond, organisationForChange } from '../store/units.ts';
import { dayOrNone, idOrNone } from './input.ts';

const input = z.strictObject({ unit: z.uuid(), on: dayOrNone, heir: idOrNone });

/** Organisationseinheit auflösen; its files become those of the heir. */
export const retireUnit: Command<z.infer<typeof input>, UnitRetired> = {
  name: 'people.retire-unit',
  permission: 'people.manage-units',
  input,
  async decide({ input: { unit: id, on, heir }, at, tx }) {
    const all = await organisationForChange(tx);
    const unit = all.find((other) => other.id === id);
    if (!unit) return new Refusal('not-found', 'people.unit.not-found');
    const last = on ?? dayOf(at);
    const no = mayRetireUnit(all, unit, { on: last, heir, functionsAfter: await functionsBeyond(tx, id, beginOf(last, at)) });
    if (no) return no;
    return [{ type: 'people.unit-retired', object: `unit:${id}`, unit: id, facts: { code: unit.code, on: last, heir } }];
  },
  apply: applyUnitRetired,
};
