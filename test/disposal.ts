// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import type { Caller, Command, Done } from '../src/kernel/command.ts';
import { execute } from '../src/kernel/command.ts';
import { newId } from '../src/kernel/id.ts';
import type { Job } from '../src/kernel/job.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import { closeCase } from '../src/modules/records/commands/close-case.ts';
import { openCase } from '../src/modules/records/commands/open-case.ts';
import { openFile } from '../src/modules/records/commands/open-file.ts';
import { receiveWhole } from '../src/modules/records/commands/receive-upload.ts';
import { callerAs, persons, planUnits, settleTown, units } from './town.ts';
import { openWorld, type World } from './world.ts';

/** A second person of the registry. */
export const secondRegistrar = '0190a000-0000-7000-8000-000000001010';

const all = ['disposal.read', 'disposal.manage', 'disposal.release', 'disposal.rules', 'disposal.partners'];

/** Somebody who holds the permissions of disposal somewhere; where, the database knows. */
export function registryAs(person: string, extra: Partial<Caller> = {}): Caller {
  const { permissions, ...rest } = callerAs(person, extra);
  return { ...rest, permissions: new Set([...permissions, ...all]) };
}

/** The town with a second person in the registry, standing at an early morning long ago. */
export async function openRegistry(start = '2013-01-03T09:00:00.000Z'): Promise<World> {
  const world = await openWorld({ start });
  await settleTown(world);
  await world.sql(
    "insert into people.person (id, given_name, family_name, email, active_from) values ($1, 'Test', 'Zweite', 'zweite@waldbrueck.example', '2010-01-01')",
    [secondRegistrar],
  );
  await world.sql(
    "insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, 'registry', '2010-01-01')",
    [newId(), secondRegistrar, units.town],
  );
  for (const [table, column] of [
    ['people.function_held', 'valid_from'],
    ['people.unit_state', 'valid_from'],
    ['people.person', 'active_from'],
    ['records.filing_plan_units', 'valid_from'],
    ['records.filing_plans', 'valid_from'],
  ])
    await world.sql(`update ${table} set ${column} = '2010-01-01'`);
  return world;
}

/** Does an act and answers with it, or with the reason why not. */
export async function attempt<I>(world: World, command: Command<I>, input: object, caller: Caller): Promise<Done | string> {
  const outcome = await execute(world.runtime, command, input, caller, { key: newId() });
  return outcome instanceof Refusal ? outcome.reason : outcome;
}

/** The same where a refusal fails the test; answers with the id of the first thing made. */
export async function done<I>(world: World, command: Command<I>, input: object, caller: Caller): Promise<string> {
  const outcome = await attempt(world, command, input, caller);
  assert.ok(typeof outcome !== 'string', `${command.name}: ${String(outcome)}`);
  return outcome.events[0]?.object.split(':')[1] ?? '';
}

/** A file with one filed case and its documents, retention counted. */
export async function fileACase(
  world: World,
  {
    documents = ['Antrag'],
    planUnit = planUnits.inns,
    file,
    close = true,
  }: { documents?: readonly string[]; planUnit?: string; file?: string; close?: boolean } = {},
): Promise<{ file: string; case: string }> {
  const clerk = callerAs(persons.clerk);
  const into = file ?? (await done(world, openFile, { planUnit, leadUnit: units.trade, subject: 'Uferstraße 4' }, clerk));
  const id = await done(world, openCase, { file: into, subject: 'Erlaubnis für Erika Muster' }, clerk);
  for (const text of documents) {
    const source = new Blob([text]).stream();
    const received = await receiveWhole(
      { runtime: world.runtime, caller: clerk },
      { case: id, name: `${text}.txt`, key: newId(), source },
    );
    assert.ok('document' in received);
  }
  await world.sql("update records.documents set state = 'final' where case_id = $1", [id]);
  if (close) {
    await done(world, closeCase, { case: id }, clerk);
    await follow(world);
  }
  return { file: into, case: id };
}

/** Lets the journal and all reactions catch up. */
export async function follow(world: World): Promise<void> {
  const [last] = await world.sql<{ id: number | null }>('select max(id)::int as id from journal.inbox');
  if (last?.id) await world.runtime.journal.integrated([last.id]);
  await world.reactions.catchUp();
}

/** Runs a job now, as the queue would. */
export async function runJob<P>(world: World, job: Job<P>, payload: P): Promise<void> {
  await job.run({ runtime: world.runtime, payload, key: `test:${newId()}`, signal: new AbortController().signal });
  await follow(world);
}
