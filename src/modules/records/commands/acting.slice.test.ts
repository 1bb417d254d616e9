// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { callerAs, functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { announceUpload } from './receive-upload.ts';

describe('acting in a file', () => {
  let world: World;
  let file: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    const id = newId();
    await world.sql(
      "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2026-11-24T00:00Z', '2026-11-25T00:00Z')",
      [id, persons.clerk, persons.treasurer],
    );
    await world.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
      id,
      functionOf(0),
    ]);
  });
  after(() => world.close());

  beforeEach(async () => {
    world.clock.set('2026-11-24T08:00:00.000Z');
    file = await makeFile(0);
  });

  const makeFile = async (protection: number) => {
    const input = { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4', protection };
    const done = (await execute(world.runtime, openFile, input, callerAs(persons.clerk), { key: newId() })) as Done;
    return done.events[0]!.file!;
  };
  const open = async (person: string, onBehalfOf?: string) => {
    const outcome = await execute(world.runtime, openCase, { file, subject: 'Erlaubnis' }, callerAs(person, { onBehalfOf }), {
      key: newId(),
    });
    return outcome instanceof Refusal ? outcome.reason : 'done';
  };
  const name = (kind: string, grantee: string, writes: boolean) =>
    world.sql('insert into records.file_access (file_id, kind, grantee, writes) values ($1, $2, $3, $4)', [
      file,
      kind,
      grantee,
      writes,
    ]);

  test('the deputy acts for the clerk on purpose, inside the window only', async () => {
    assert.equal(await open(persons.treasurer), 'people.acting.represent-first');
    assert.equal(await open(persons.treasurer, persons.clerk), 'done');
    world.clock.set('2026-11-25T08:00:00.000Z');
    assert.equal(await open(persons.treasurer, persons.clerk), 'records.file.not-found');
  });

  test('the deputy announces an upload on purpose, too, before any byte is sent', async () => {
    const done = await execute(world.runtime, openCase, { file, subject: 'Erlaubnis' }, callerAs(persons.clerk), {
      key: newId(),
    });
    const caseId = (done as Done).events[0]!.object.slice('case:'.length);
    const announce = (onBehalfOf?: string) =>
      announceUpload(
        { runtime: world.runtime, caller: callerAs(persons.treasurer, { onBehalfOf }) },
        { case: caseId, name: 'Antrag.txt', size: 3, key: newId() },
      );
    const no = await announce();
    assert.equal(no instanceof Refusal && no.reason, 'people.acting.represent-first');
    assert.ok(!((await announce(persons.clerk)) instanceof Refusal));
  });

  test('a file opened for the deputy’s own unit is not opened in another’s name', async () => {
    const input = { planUnit: planUnits.inns, leadUnit: units.treasury, subject: 'Haushalt 2027' };
    const asDeputy = callerAs(persons.treasurer, { onBehalfOf: persons.clerk });
    const outcome = await execute(world.runtime, openFile, input, asDeputy, { key: newId() });
    assert.equal(outcome instanceof Refusal && outcome.reason, 'people.acting.stop-representing');
  });

  test('who is named to write may, who is named to read may not', async () => {
    await name('person', persons.neighbour, true);
    await name('unit', units.treasury, false);
    assert.equal(await open(persons.neighbour), 'done');
    world.clock.set('2026-11-25T08:00:00.000Z'); // the treasurer's substitution is over
    assert.equal(await open(persons.treasurer), 'records.open-case.read-only');
  });

  test('a sealed file is open to who is named personally, in their own name, and to no deputy', async () => {
    await name('function', functionOf(0), true);
    await name('unit', units.treasury, true);
    await world.sql('update records.files set protection = 2 where id = $1', [file]);
    assert.equal(await open(persons.clerk), 'done');
    assert.equal(await open(persons.treasurer, persons.clerk), 'records.file.not-found');
    assert.equal(await open(persons.treasurer), 'records.file.not-found', 'a named unit counts for nothing here');
    assert.equal(await open(persons.head), 'records.file.not-found');
  });

  test('nobody excluded for bias acts, whatever else they may', async () => {
    await name('person', persons.clerk, true);
    await world.sql(
      "insert into people.exclusion (id, person, subject, label, ground, reason) values ($1, $2, $3, 'Akte', 'relative', 'Bruder der Antragstellerin')",
      [newId(), persons.clerk, file],
    );
    assert.equal(await open(persons.clerk), 'records.file.not-found');
  });
});
