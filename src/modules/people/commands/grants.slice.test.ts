// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { act, madeBy } from '../../../../test/act.ts';
import { functionOf, persons, settleTown, units } from '../../../../test/town.ts';
import { callerOf, openWorld, type World } from '../../../../test/world.ts';
import { addPerson } from './add-person.ts';
import { changePerson } from './change-person.ts';
import { declineGrant, withdrawGrant } from './decline-grant.ts';
import { endFunction } from './end-function.ts';
import { releaseGrants } from './release-grants.ts';
import { requestFunction } from './request-function.ts';
import { requestRoleChange } from './request-role-change.ts';

const all = ['people.manage-persons', 'people.manage-functions', 'people.release-grants', 'people.define-roles'];

describe('granting functions', () => {
  let world: World;
  let second: string;
  const first = callerOf(persons.administrator, all);
  const other = () => callerOf(second, all);
  before(async () => {
    world = await openWorld();
    await settleTown(world);
  });
  after(() => world.close());
  const has = (person: string, permission: string) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) => {
      const [row] = await tx.query<{ has: boolean }>('select people.has($1) as has', [permission]);
      return row?.has;
    });
  const facts = (act: string) =>
    world.runtime.journal.entriesFrom(0, 500, [act]).then(({ entries }) => entries.map(({ personal }) => personal?.facts));

  test('the first administrator grants alone, and the journal says so', async () => {
    second = madeBy(
      await act(world, addPerson, { givenName: 'Bert', familyName: 'Zweit', email: 'bert@waldbrueck.example' }, first),
    );
    const outcome = await act(world, requestFunction, { person: second, unit: units.town, role: 'administrator' }, first);
    madeBy(outcome);
    assert.equal(await has(second, 'people.release-grants'), true);
    assert.ok(typeof outcome !== 'string');
    await world.runtime.journal.integrated(outcome.entries);
    assert.equal((await facts('people.function-granted'))[0]?.['alone'], true);
  });

  test('from then on a second person must release, and neither the one who asked nor the one who gains', async () => {
    const request = madeBy(
      await act(world, requestFunction, { person: persons.neighbour, unit: units.trade, role: 'clerk' }, first),
    );
    assert.equal(await has(persons.neighbour, 'people.exclude'), false);
    assert.equal(await act(world, releaseGrants, { requests: request }, first), 'people.four-eyes.own-request');
    const gains = callerOf(persons.neighbour, all);
    await world.sql("insert into people.role_permission (role, permission) values ('clerk', 'people.release-grants')");
    assert.equal(await act(world, releaseGrants, { requests: request }, gains), 'people.four-eyes.own-benefit');
    await world.sql("delete from people.role_permission where role = 'clerk' and permission = 'people.release-grants'");
    madeBy(await act(world, releaseGrants, { requests: [request] }, other()));
    assert.equal(await act(world, releaseGrants, { requests: request }, other()), 'people.grant.gone');
    assert.equal((await world.sql('select from people.function_held where person = $1', [persons.neighbour])).length, 2);
  });

  test('a function begins with its release, not before', async () => {
    const request = madeBy(
      await act(
        world,
        requestFunction,
        { person: persons.clerk, unit: units.treasury, role: 'clerk', from: '2026-01-01' },
        first,
      ),
    );
    madeBy(await act(world, releaseGrants, { requests: request }, other()));
    const [row] = await world.sql<{ from: Date }>(
      'select valid_from as from from people.function_held where person = $1 and unit = $2',
      [persons.clerk, units.treasury],
    );
    assert.deepEqual(row?.from, world.clock.now());
  });

  test('many requests are released together or not at all', async () => {
    const wanted = (unit: string, by: typeof first) =>
      act(world, requestFunction, { person: persons.treasurer, unit, role: 'clerk' }, by);
    const requests = [madeBy(await wanted(units.order, first)), madeBy(await wanted(units.trade, other()))];
    assert.equal(await act(world, releaseGrants, { requests }, other()), 'people.four-eyes.own-request');
    assert.equal((await world.sql('select from people.grant_request')).length, 2);
    madeBy(await act(world, withdrawGrant, { request: requests[1] }, other()));
    assert.equal(await act(world, withdrawGrant, { request: requests[0] }, other()), 'people.grant.not-yours');
    madeBy(await act(world, declineGrant, { request: requests[0], reason: 'Stelle fällt weg' }, other()));
    assert.equal(await act(world, releaseGrants, { requests: requests[0] }, other()), 'people.grant.gone');
    madeBy(await act(world, withdrawGrant, { request: requests[0] }, first));
    assert.equal((await world.sql('select from people.grant_request')).length, 0);
  });

  test('the same function is asked for once', async () =>
    assert.equal(
      await act(world, requestFunction, { person: persons.clerk, unit: units.trade, role: 'clerk' }, first),
      'people.function.already',
    ));

  test('what a role may do changes for everybody at once, after release', async () => {
    const change = { role: 'clerk', name: 'Sachbearbeitung', reach: 'unit', transferable: 'yes', permissions: ['test.stamp'] };
    const request = madeBy(await act(world, requestRoleChange, change, first));
    assert.equal(await act(world, requestRoleChange, change, other()), 'people.role.change-waits');
    assert.equal(await act(world, releaseGrants, { requests: request }, first), 'people.four-eyes.own-request');
    assert.equal(await has(persons.clerk, 'test.stamp'), false);
    madeBy(await act(world, releaseGrants, { requests: request }, other()));
    assert.equal(await has(persons.clerk, 'test.stamp'), true);
  });

  test('the last two who can release keep it: no end of function, no end of access, no smaller role', async () => {
    assert.equal(await act(world, endFunction, { function: functionOf(4) }, other()), 'people.function.last-releaser');
    const person = { person: second, givenName: 'Bert', familyName: 'Zweit', email: 'bert@waldbrueck.example' };
    assert.equal(await act(world, changePerson, { ...person, activeTo: '1.1.2027' }, first), 'people.function.last-releaser');
    const smaller = { role: 'administrator', name: 'Verwaltung', reach: 'body', permissions: ['people.import'] };
    assert.equal(await act(world, requestRoleChange, smaller, first), 'people.function.last-releaser');
  });

  test('an ended function ends at once', async () => {
    madeBy(await act(world, endFunction, { function: functionOf(0) }, first));
    const reach = await world.runtime.database.read({ person: persons.clerk }, world.clock.now(), (tx) =>
      tx.query<{ units: string[] }>("select people.unit_scope('test.stamp') as units"),
    );
    assert.deepEqual(reach[0]?.units, [units.treasury]);
    assert.equal(await act(world, endFunction, { function: functionOf(0) }, first), 'people.function.ended-already');
  });

  test('two with the same address at the same time are refused with a sentence', async () =>
    assert.equal(
      await act(world, addPerson, { givenName: 'Bert', familyName: 'Dritt', email: 'BERT@waldbrueck.example' }, first),
      'people.person.email-taken',
    ));
});
