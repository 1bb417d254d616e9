// SPDX-License-Identifier: EUPL-1.2
import { plainDate } from '@fachwerk/german-calendar';
import type { Tx } from '../../../src/kernel/database.ts';
import type { Event } from '../../../src/kernel/event.ts';
import { type Act, appendMany } from '../../../src/kernel/journal/append-many.ts';
import { newId } from '../../../src/kernel/id.ts';
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { declareDemonstration } from '../../../src/modules/people/commands/declare-demonstration.ts';
import { nobodyYet } from '../../../src/modules/people/store/persons.ts';
import { momentOf } from '../calendar.ts';
import { idOf } from '../dice.ts';
import type { Colleague } from '../town/staff.ts';
import { units } from '../town/units.ts';
import { act, founding } from './callers.ts';

const since = plainDate('2003-01-01');

/** Id of an organisational unit of the town. */
export function unitId(code: string): string {
  return idOf(momentOf(since, 0), 'unit', code);
}

/** True when the operator wants a demo city and nobody is there yet. */
export async function isDemoWanted(runtime: Runtime): Promise<boolean> {
  return runtime.config.demo && (await runtime.database.read(founding, runtime.clock.now(), nobodyYet));
}

/** Units, persons and their functions: rows and journal entries in one transaction, after the town was declared a demonstration. */
export async function foundPeople(runtime: Runtime, staff: readonly Colleague[]): Promise<readonly number[]> {
  const at = runtime.clock.now();
  await act(runtime, declareDemonstration, {}, { caller: founding, at, key: newId() });
  return runtime.database.transaction(founding, at, async (tx) => {
    await insertUnits(tx);
    await insertStaff(tx, staff);
    const acts = [...unitActs(), ...staff.flatMap(personActs)];
    return appendMany(
      tx,
      runtime.vault,
      acts.sort((one, other) => one.at.getTime() - other.at.getTime()),
    );
  });
}

async function insertUnits(tx: Tx): Promise<void> {
  const rows = units.map(({ code, name, parent }) => ({
    id: unitId(code),
    code,
    name,
    parent: parent === null ? null : unitId(parent),
  }));
  await tx.query('insert into people.unit (id) select id from jsonb_to_recordset($1::jsonb) as u (id uuid)', [
    JSON.stringify(rows),
  ]);
  await tx.query(
    `insert into people.unit_state (unit, code, name, parent, valid_from)
     select id, code, name, parent, $2 from jsonb_to_recordset($1::jsonb) as u (id uuid, code text, name text, parent uuid)`,
    [JSON.stringify(rows), since],
  );
}

async function insertStaff(tx: Tx, staff: readonly Colleague[]): Promise<void> {
  const persons = staff.map(({ id, name, email, staffNumber, since }) => ({
    id,
    ...personFacts({ name, email, staffNumber, since }),
  }));
  await tx.query(
    `insert into people.person (id, title, given_name, family_name, email, staff_number, locale, active_from)
     select id, title, "givenName", "familyName", email, "staffNumber", locale, "activeFrom"
       from jsonb_to_recordset($1::jsonb) as p (id uuid, title text, "givenName" text, "familyName" text, email text, "staffNumber" text, locale text, "activeFrom" date)`,
    [JSON.stringify(persons)],
  );
  const held = staff.flatMap(({ id: person, posts }) =>
    posts.map(({ id, unit, role, from }) => ({ id, person, unit: unitId(unit), role, from: momentOf(from, -480).toISOString() })),
  );
  await tx.query(
    `insert into people.function_held (id, person, unit, role, valid_from)
     select id, person, unit, role, "from" from jsonb_to_recordset($1::jsonb) as f (id uuid, person uuid, unit uuid, role text, "from" timestamptz)`,
    [JSON.stringify(held)],
  );
  // Several may release grants from the first day: four eyes hold from now on.
  await tx.query('update people.installation set four_eyes = true');
}

function personFacts({ name, email, staffNumber, since }: Pick<Colleague, 'name' | 'email' | 'staffNumber' | 'since'>) {
  return {
    title: name.title,
    givenName: name.given,
    familyName: name.family,
    email,
    staffNumber,
    locale: 'de',
    activeFrom: since,
    activeTo: null,
  };
}

function unitActs(): Act[] {
  const at = momentOf(since, 0);
  return units.map(({ code, name, parent }) => {
    const unit = unitId(code);
    const facts = { code, name, parent: parent === null ? null : unitId(parent), from: since };
    return { event: { type: 'people.unit-created', object: `unit:${unit}`, unit, facts }, caller: founding, at };
  });
}

function personActs(colleague: Colleague): Act[] {
  const { id, posts, since: day } = colleague;
  const added: Event = { type: 'people.person-added', object: `person:${id}`, facts: personFacts(colleague) };
  const granted = posts.map(({ id: post, unit, role, from }): Act => {
    const begin = momentOf(from, -480);
    const facts = { person: id, role, from: begin.toISOString(), to: null, request: null, alone: true };
    return {
      event: { type: 'people.function-granted', object: `function:${post}`, unit: unitId(unit), facts },
      caller: founding,
      at: begin,
    };
  });
  return [{ event: added, caller: founding, at: momentOf(day, -480) }, ...granted];
}
