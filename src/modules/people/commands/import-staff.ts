// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FunctionRequested } from '../events/function-requested.ts';
import type { PersonAdded } from '../events/person-added.ts';
import type { PersonChanged } from '../events/person-changed.ts';
import type { LineFinding } from '../rules/csv.ts';
import { beginOf, dayOf } from '../rules/day.ts';
import { type PlannedPerson, planStaff } from '../rules/import-staff.ts';
import { applyFunctionRequested } from '../store/grants.ts';
import { applyPersonAdded, applyPersonChanged, personsNow, takenBy } from '../store/persons.ts';
import { knownStaff } from '../store/staff.ts';
import { importRefused } from './import-units.ts';
import { asking } from './request-function.ts';

const input = z.strictObject({ csv: z.string().max(900_000) });

type Imported = PersonAdded | PersonChanged | FunctionRequested;

/** Beschäftigte einlesen: all lines or none. Functions are asked for, not granted: a second person releases them. */
export const importStaff: Command<z.infer<typeof input>, Imported> = {
  name: 'people.import-staff',
  permission: 'people.import',
  input,
  async decide({ input: { csv }, caller, at, tx }) {
    if (caller.person === null) return new Refusal('not-permitted', 'people.four-eyes.nobody');
    const plan = planStaff(csv, await knownStaff(tx), dayOf(at));
    if (plan.findings.length > 0) return importRefused(plan.findings);
    const taken = await alreadyTaken(tx, plan.persons);
    if (taken.length > 0) return importRefused(taken);
    const active = new Map((await personsNow(tx)).map(({ id, activeTo }) => [id, activeTo]));
    const who = { caller, person: caller.person, at };
    const events = plan.persons.flatMap((planned) => carryOut(planned, active.get(planned.before?.id ?? '') ?? null, who));
    return events.length > 0 ? events : new Refusal('conflict', 'people.import.nothing-new');
  },
  async apply(tx, event) {
    if (event.type === 'people.person-added') await applyPersonAdded(tx, event);
    else if (event.type === 'people.person-changed') await applyPersonChanged(tx, event);
    else await applyFunctionRequested(tx, event);
  },
};

/** Addresses and numbers of people who have left may be given anew, but not for a time in which they were still here. */
async function alreadyTaken(tx: Tx, planned: readonly PlannedPerson[]): Promise<LineFinding[]> {
  const findings: LineFinding[] = [];
  for (const { line, act, email, staffNumber, from } of planned) {
    if (act !== 'create') continue;
    const taken = await takenBy(tx, { id: newId(), email, staffNumber, from, to: null });
    if (taken.email) findings.push({ line, reason: 'people.import.taken', details: { value: email } });
    if (taken.staffNumber) findings.push({ line, reason: 'people.import.taken', details: { value: staffNumber ?? '' } });
  }
  return findings;
}

function carryOut(
  planned: PlannedPerson,
  activeTo: string | null,
  who: { caller: Caller; person: string; at: Date },
): Imported[] {
  const { act, title, givenName, familyName, email, staffNumber, from, before, wanted } = planned;
  const person = before?.id ?? newId();
  const object = `person:${person}` as const;
  const facts = { title, givenName, familyName, email, staffNumber, activeTo };
  const events: Imported[] = [];
  if (act === 'create') events.push({ type: 'people.person-added', object, facts: { ...facts, locale: 'de', activeFrom: from } });
  if (act === 'change') events.push({ type: 'people.person-changed', object, facts });
  if (wanted) {
    const asked = {
      person,
      role: wanted.role,
      from: beginOf(from, who.at).toISOString(),
      to: null,
      ...asking(who.caller, who.person),
    };
    events.push({ type: 'people.function-requested', object: `grant:${newId()}`, unit: wanted.unit, facts: asked });
  }
  return events;
}
