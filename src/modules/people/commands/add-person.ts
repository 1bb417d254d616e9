// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { locales } from '../../../kernel/text.ts';
import type { PersonAdded } from '../events/person-added.ts';
import { dayOf } from '../rules/day.ts';
import { personFits } from '../rules/person.ts';
import { applyPersonAdded, takenBy } from '../store/persons.ts';
import { dayOrNone, line } from './input.ts';

const input = z.strictObject({
  title: line.max(60).default(''),
  givenName: line.min(1).max(100),
  familyName: line.min(1).max(100),
  email: z.email().trim().max(200),
  staffNumber: line.max(40).default(''),
  locale: z.enum(locales).default('de'),
  activeFrom: dayOrNone,
  activeTo: dayOrNone,
});

/** Person anlegen. */
export const addPerson: Command<z.infer<typeof input>, PersonAdded> = {
  name: 'people.add-person',
  permission: 'people.manage-persons',
  input,
  async decide({ input: { staffNumber, activeFrom, ...person }, at, tx }) {
    const id = newId();
    const from = activeFrom ?? dayOf(at);
    const wanted = { id, email: person.email, staffNumber: staffNumber || null, from, to: person.activeTo };
    const no = personFits({ from, to: person.activeTo, taken: await takenBy(tx, wanted) });
    if (no instanceof Refusal) return no;
    return [
      {
        type: 'people.person-added',
        object: `person:${id}`,
        facts: { ...person, staffNumber: wanted.staffNumber, activeFrom: from },
      },
    ];
  },
  apply: applyPersonAdded,
};
