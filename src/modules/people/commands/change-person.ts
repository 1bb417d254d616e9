// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AddressChangeWaits } from '../events/address-change-waits.ts';
import type { PersonChanged } from '../events/person-changed.ts';
import { needsConfirming } from '../rules/address-change.ts';
import { leavesTwoReleasers } from '../rules/end-function.ts';
import { personFits } from '../rules/person.ts';
import { applyAddressChangeWaits } from '../store/address-changes.ts';
import { letsRelease, releasersWithout } from '../store/functions.ts';
import { installation } from '../store/installation.ts';
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

/** Person ändern, auch: Zugang beenden. Somebody else's new address waits for a second person before it may say who signs in. */
export const changePerson: Command<z.infer<typeof input>, PersonChanged | AddressChangeWaits> = {
  name: 'people.change-person',
  permission: 'people.manage-persons',
  input,
  async decide({ input: { person: id, staffNumber, ...wanted }, caller, tx }) {
    const person = await findPersonForChange(tx, id);
    if (!person) return new Refusal('not-found', 'people.person.not-found');
    const state = { id, email: wanted.email, staffNumber: staffNumber || null, from: person.activeFrom, to: wanted.activeTo };
    const no = personFits({ ...state, taken: await takenBy(tx, state) }) ?? (await leaves(tx, id, wanted.activeTo));
    if (no) return no;
    const object = `person:${id}` as const;
    const changed: PersonChanged = {
      type: 'people.person-changed',
      object,
      facts: { ...wanted, staffNumber: state.staffNumber },
    };
    const change = { before: person.email, after: wanted.email, person: id, changedBy: caller.person };
    if (caller.person === null || !needsConfirming({ ...change, ...(await installation(tx)) })) return [changed];
    const facts = { before: person.email, changedBy: caller.person, represented: caller.onBehalfOf ?? null };
    return [changed, { type: 'people.address-change-waits', object, facts }];
  },
  apply: (tx, event) =>
    event.type === 'people.person-changed' ? applyPersonChanged(tx, event) : applyAddressChangeWaits(tx, event),
};

/** Somebody whose access ends must not be one of the last two who could release grants. */
async function leaves(tx: Tx, person: string, activeTo: string | null): Promise<Refusal | undefined> {
  if (activeTo === null || !(await letsRelease(tx, { person }))) return undefined;
  return leavesTwoReleasers({ concerned: true, ...(await releasersWithout(tx, { person })) });
}
