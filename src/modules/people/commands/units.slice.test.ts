// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { act, madeBy } from '../../../../test/act.ts';
import { persons, settleTown, units } from '../../../../test/town.ts';
import { callerOf, openWorld, type World } from '../../../../test/world.ts';
import { moveUnit, renameUnit } from './change-unit.ts';
import { createUnit } from './create-unit.ts';
import { retireUnit } from './retire-unit.ts';

describe('the organisation changes', () => {
  let world: World;
  const admin = callerOf(persons.administrator, ['people.manage-units']);
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    await world.sql(
      "insert into people.role_permission (role, permission) values ('head', 'test.read'), ('clerk', 'test.read') on conflict do nothing",
    );
  });
  after(() => world.close());

  const scopeOf = (person: string) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) => {
      const rows = await tx.query<{ code: string }>(
        "select code from people.units_known() where unit = any (people.unit_scope('test.read')) order by code",
      );
      return rows.map(({ code }) => code);
    });

  test('a new unit is reached by the head above it from its first day on', async () => {
    madeBy(await act(world, createUnit, { code: '32.3', name: 'Märkte', parent: units.order, from: '1.12.2026' }, admin));
    assert.deepEqual(await scopeOf(persons.head), ['32', '32.1', '32.2']);
    world.clock.set('2026-12-01T08:00:00Z');
    assert.deepEqual(await scopeOf(persons.head), ['32', '32.1', '32.2', '32.3']);
    world.clock.set('2026-11-24T08:00:00Z');
  });

  test('a renamed unit keeps its id, its functions and, for the past, its name', async () => {
    madeBy(await act(world, renameUnit, { unit: units.trade, code: '32.1', name: 'Gewerbe und Gaststätten', from: '' }, admin));
    const states = await world.sql(
      'select name, valid_from, valid_to from people.unit_state where unit = $1 order by valid_from',
      [units.trade],
    );
    assert.deepEqual(states, [
      { name: 'Gewerbe', valid_from: '2020-01-01', valid_to: '2026-11-24' },
      { name: 'Gewerbe und Gaststätten', valid_from: '2026-11-24', valid_to: null },
    ]);
    assert.deepEqual(await scopeOf(persons.clerk), ['32.1']);
  });

  test('a moved unit leaves the reach of its old head, and comes back with a second move on the same day', async () => {
    madeBy(await act(world, moveUnit, { unit: units.traffic, parent: units.treasury }, admin));
    assert.deepEqual(await scopeOf(persons.head), ['32', '32.1']);
    madeBy(await act(world, moveUnit, { unit: units.traffic, parent: units.order }, admin));
    assert.deepEqual(await scopeOf(persons.head), ['32', '32.1', '32.2']);
  });

  test('two moves at once never make a circle', async () => {
    const [one, other] = [
      madeBy(await act(world, createUnit, { code: 'K1', name: 'Eins', parent: units.town }, admin)),
      madeBy(await act(world, createUnit, { code: 'K2', name: 'Zwei', parent: units.town }, admin)),
    ];
    const outcomes = await Promise.all([
      act(world, moveUnit, { unit: one, parent: other }, admin),
      act(world, moveUnit, { unit: other, parent: one }, admin),
    ]);
    assert.deepEqual(outcomes.filter((outcome) => outcome === 'people.unit.below-itself').length, 1);
  });

  test('a unit with subordinates, or with functions in it, is not retired', async () => {
    assert.equal(await act(world, retireUnit, { unit: units.order, on: '1.1.2027' }, admin), 'people.unit.has-children');
    assert.equal(await act(world, retireUnit, { unit: units.trade, on: '1.1.2027' }, admin), 'people.unit.has-functions');
  });

  test('what a retired unit leaves behind belongs to its heir, even for those who reach no further', async () => {
    const old = madeBy(
      await act(world, createUnit, { code: '32.9', name: 'Tanz', parent: units.order, from: '2026-11-01' }, admin),
    );
    madeBy(await act(world, retireUnit, { unit: old, on: '', heir: units.trade }, admin));
    assert.deepEqual(await scopeOf(persons.clerk), ['32.1', '32.9']);
    assert.deepEqual(await scopeOf(persons.neighbour), ['32.2']);
    assert.equal(await act(world, retireUnit, { unit: old, on: '' }, admin), 'people.unit.retired');
  });

  test('nobody without the permission changes it', async () =>
    assert.equal(await act(world, createUnit, { code: 'X', name: 'Xx' }, callerOf(persons.clerk)), 'kernel.not-permitted'));
});
