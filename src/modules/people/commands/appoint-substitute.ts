// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SubstituteAppointed } from '../events/substitute-appointed.ts';
import { beginOf, dayAfter } from '../rules/day.ts';
import { mayAppointSubstitute } from '../rules/substitution.ts';
import { functionsOf } from '../store/functions.ts';
import { findPersonForChange } from '../store/persons.ts';
import { applySubstituteAppointed, decidesFor } from '../store/substitutions.ts';
import { day, idOrNone, several } from './input.ts';

const input = z.strictObject({
  principal: idOrNone,
  deputy: z.uuid('people.substitution.no-deputy'),
  from: day,
  /** Last day of the substitution. */
  to: day,
  functions: several.pipe(z.array(z.uuid()).max(50)).default([]),
});

/** Vertretung bestellen: for oneself, or by the head for somebody in their units. */
export const appointSubstitute: Command<z.infer<typeof input>, SubstituteAppointed> = {
  name: 'people.appoint-substitute',
  permission: 'anyone',
  input,
  async decide({ input: { principal: chosen, deputy, from, to, functions }, caller, at, tx }) {
    const principal = chosen ?? caller.person;
    const person = principal === null ? undefined : await findPersonForChange(tx, principal);
    if (principal === null || !person) return new Refusal('not-found', 'people.person.not-found');
    const window = { from: beginOf(from, at), to: beginOf(dayAfter(to)) };
    const mayForOthers =
      caller.permissions.has('people.manage-substitutions') &&
      (await decidesFor(tx, { permission: 'people.manage-substitutions', represented: caller.onBehalfOf, person: principal }));
    const no = mayAppointSubstitute(
      {
        principal,
        deputy,
        ...window,
        covers: functions,
        deputyActive: (await findPersonForChange(tx, deputy))?.active ?? false,
        held: await functionsOf(tx, principal, at),
      },
      { person: caller.person, onBehalfOf: caller.onBehalfOf, mayForOthers },
      at,
    );
    if (no) return no;
    const facts = { principal, deputy, from: window.from.toISOString(), to: window.to.toISOString(), functions };
    return [{ type: 'people.substitute-appointed', object: `substitution:${newId()}`, facts }];
  },
  apply: applySubstituteAppointed,
};
