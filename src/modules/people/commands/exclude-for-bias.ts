// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ExcludedForBias } from '../events/excluded-for-bias.ts';
import { mayExclude, shortestGround } from '../rules/exclusion.ts';
import { applyExcludedForBias, isExcluded } from '../store/exclusions.ts';
import { findPersonForChange } from '../store/persons.ts';
import { decidesFor } from '../store/substitutions.ts';
import { idOrNone, line, reason } from './input.ts';

const input = z.strictObject({
  person: idOrNone,
  subject: z.uuid(),
  /** What people call the file, as the page that knows it says. */
  label: line.min(1),
  ground: z.enum(['party', 'relative', 'representative', 'employed', 'involved', 'advantage', 'distrust']),
  reason: reason.min(shortestGround, 'people.exclusion.reason-short'),
});

/** Wegen Befangenheit ausschließen (§§ 20, 21 VwVfG): oneself at any time, others by who decides in their units. */
export const excludeForBias: Command<z.infer<typeof input>, ExcludedForBias> = {
  name: 'people.exclude-for-bias',
  permission: 'anyone',
  input,
  weighty: true,
  async decide({ input: { person: chosen, subject, ...facts }, caller, tx }) {
    const person = chosen ?? caller.person;
    if (person === null || !(await findPersonForChange(tx, person))) return new Refusal('not-found', 'people.person.not-found');
    const mayDecide =
      caller.permissions.has('people.exclude') &&
      (await decidesFor(tx, { permission: 'people.exclude', represented: caller.onBehalfOf, person }));
    const no = mayExclude({ person, already: await isExcluded(tx, person, subject) }, { person: caller.person, mayDecide });
    if (no) return no;
    return [{ type: 'people.excluded-for-bias', object: `exclusion:${newId()}`, file: subject, facts: { person, ...facts } }];
  },
  apply: applyExcludedForBias,
};
