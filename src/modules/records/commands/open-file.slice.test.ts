// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { callerAs, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';

describe('opening files and cases', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
  });
  after(() => world.close());

  const open = (person: string, more: object = {}) =>
    execute(
      world.runtime,
      openFile,
      { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4', ...more },
      callerAs(person),
      { key: newId() },
    );
  const visible = (person: string | null) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) =>
      (await tx.query<{ reference: string }>('select reference from records.files order by sort_key')).map(
        ({ reference }) => reference,
      ),
    );

  test('draws references in order, also when many draw at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => open(persons.clerk)));
    assert.ok(outcomes.every((outcome) => !(outcome instanceof Refusal)));
    assert.deepEqual(
      await visible(persons.clerk),
      Array.from({ length: 12 }, (_, i) => `32.11-${String(i + 1).padStart(4, '0')}`),
    );
  });

  test('shows a file to its unit, the head above and the registry, and to nobody else', async () => {
    for (const [person, sees] of [
      [persons.clerk, 12],
      [persons.head, 12],
      [persons.registrar, 12],
      [persons.treasurer, 0],
      [persons.neighbour, 0],
      [persons.administrator, 0],
      [null, 0],
    ] as const) {
      assert.equal((await visible(person)).length, sees, String(person));
    }
  });

  test('refuses another unit, a retired plan unit and one that is divided further, and draws no number for it', async () => {
    for (const [person, more, reason] of [
      [persons.treasurer, {}, 'records.open-file.not-your-unit'],
      [persons.clerk, { planUnit: planUnits.retired }, 'records.open-file.unit-retired'],
      [persons.clerk, { planUnit: planUnits.order }, 'records.open-file.not-a-leaf'],
      [persons.clerk, { planUnit: newId() }, 'records.plan-unit.not-found'],
    ] as const) {
      const outcome = await open(person, more);
      assert.equal(outcome instanceof Refusal && outcome.reason, reason);
    }
    const scopes = await world.sql('select scope from records.reference_counters');
    assert.equal(scopes.length, 1);
  });

  test('numbers cases within the file, a draft has no number yet', async () => {
    const { events } = (await open(persons.clerk)) as Done;
    const file = events[0]!.file!;
    const openOne = (draft: boolean) =>
      execute(world.runtime, openCase, { file, subject: 'Erlaubnis', draft }, callerAs(persons.clerk), { key: newId() });
    for (const draft of [false, true, false]) assert.ok(!((await openOne(draft)) instanceof Refusal));
    const rows = await world.sql<{ reference: string | null }>(
      'select reference from records.cases where file_id = $1 order by no nulls last',
      [file],
    );
    assert.deepEqual(
      rows.map(({ reference }) => reference),
      ['32.11-0013#1', '32.11-0013#2', null],
    );
    const foreign = await execute(world.runtime, openCase, { file, subject: 'Erlaubnis' }, callerAs(persons.treasurer), {
      key: newId(),
    });
    assert.equal(foreign instanceof Refusal && foreign.reason, 'records.file.not-found');
  });
});
