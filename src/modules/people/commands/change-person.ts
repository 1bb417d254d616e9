// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PersonChanged } from '../events/person-changed.ts';
import { leavesTwoReleasers } from '../rules/end-function.ts';
import { personFits } from '../rules/person.ts';
import { letsRelease, releasersWithout } from '../store/functions.ts';
import { applyPersonChanged, findPersonForChange, takenBy } from '../store/persons.ts';
import { dayOrNone, line } from './input.ts';

const input = z.strictObject({
  person: z.uuid(),
  title: line.max(60).default(''),
  givenName: line.min(1).max(100),
  familyName: line.min(1).max(100),
  email: z.email().trim().max(200),
  staffNumber: line.max(40).default(''),
  activeTo: dayOrNone,
});

/** Person ändern, auch: Zugang beenden. */
export const changePerson: Command<z.infer<typeof input>, PersonChanged> = {
  name: 'people.change-person',
  permission: 'people.manage-persons',
  input,
  async decide({ input: { person: id, staffNumber, ...wanted }, tx }) {
    const person = await findPersonForChange(tx, id);
    if (!person) return new Refusal('not-found', 'people.person.not-found');
    const state = { id, email: wanted.email, staffNumber: staffNumber || null, from: person.activeFrom, to: wanted.activeTo };
    const no = personFits({ ...state, taken: await takenBy(tx, state) }) ?? (await leaves(tx, id, wanted.activeTo));
    if (no) return no;
    return [{ type: 'people.person-changed', object: `person:${id}`, facts: { ...wanted, staffNumber: state.staffNumber } }];
  },
  apply: applyPersonChanged,
};

/** Somebody whose access ends must not be one of the last two who could release grants. */
async function leaves(tx: Tx, person: string, activeTo: string | null): Promise<Refusal | undefined> {
  if (activeTo === null || !(await letsRelease(tx, { person }))) return undefined;
  return leavesTwoReleasers({ concerned: true, ...(await releasersWithout(tx, { person })) });
}
