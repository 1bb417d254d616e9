// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FunctionGranted } from '../events/function-granted.ts';
import type { FunctionRequested } from '../events/function-requested.ts';
import { beginOf, dayOf } from '../rules/day.ts';
import { mayReleaseAlone, mayRequestFunction } from '../rules/request-function.ts';
import { applyFunctionGranted, hasFunction } from '../store/functions.ts';
import { applyFunctionRequested, roleExists } from '../store/grants.ts';
import { installation } from '../store/installation.ts';
import { findPersonForChange } from '../store/persons.ts';
import { organisation } from '../store/units.ts';
import { dayOrNone, line } from './input.ts';

const input = z.strictObject({
  person: z.uuid(),
  unit: z.uuid(),
  role: line.min(1).max(60),
  from: dayOrNone,
  to: dayOrNone,
});

/** Funktion beantragen; while nobody else could release it, the first administrator grants it alone, and the journal says so. */
export const requestFunction: Command<z.infer<typeof input>, FunctionRequested | FunctionGranted> = {
  name: 'people.request-function',
  permission: 'people.manage-functions',
  input,
  async decide({ input: { person: id, unit, role, from, to }, caller, at, tx }) {
    if (caller.person === null) return new Refusal('not-permitted', 'people.four-eyes.nobody');
    const person = await findPersonForChange(tx, id);
    if (!person) return new Refusal('not-found', 'people.person.not-found');
    const first = from ?? dayOf(at);
    const span = { from: beginOf(first, at), to: to === null ? null : beginOf(to) };
    const no = mayRequestFunction({
      roleKnown: await roleExists(tx, role),
      unitInUse: (await organisation(tx)).some((other) => other.id === unit && other.validTo === null),
      personFrom: person.activeFrom,
      personTo: person.activeTo,
      from: first,
      to,
      already: await hasFunction(tx, { person: id, unit, role, ...span }),
    });
    if (no) return no;
    const facts = { person: id, role, from: span.from.toISOString(), to: span.to?.toISOString() ?? null };
    const { fourEyesBegan } = await installation(tx);
    if (mayReleaseAlone({ fourEyesBegan, mayRelease: caller.permissions.has('people.release-grants') }))
      return [
        { type: 'people.function-granted', object: `function:${newId()}`, unit, facts: { ...facts, request: null, alone: true } },
      ];
    return [
      {
        type: 'people.function-requested',
        object: `grant:${newId()}`,
        unit,
        facts: { ...facts, ...asking(caller, caller.person) },
      },
    ];
  },
  apply: (tx, event) =>
    event.type === 'people.function-granted' ? applyFunctionGranted(tx, event) : applyFunctionRequested(tx, event),
};

/** Who asks, and in whose place. */
export function asking({ onBehalfOf }: Caller, person: string): { requestedBy: string; represented: string | null } {
  return { requestedBy: person, represented: onBehalfOf ?? null };
}
