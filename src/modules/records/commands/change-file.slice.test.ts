// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { callerAs, functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Command, type Done, execute } from '../../../kernel/command.ts';
import { raiseGate } from '../../../kernel/gate/index.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { changeFile } from './change-file.ts';
import { classifyFile } from './classify-file.ts';
import { closeFile } from './close-file.ts';
import { declineUnsealing } from './decline-unsealing.ts';
import { handOverFile } from './hand-over-file.ts';
import { nameForFile } from './name-for-file.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { protectFile } from './protect-file.ts';
import { releaseUnsealing } from './release-unsealing.ts';
import { reopenFile } from './reopen-file.ts';
import { requestUnsealing } from './request-unsealing.ts';
import { unnameForFile } from './unname-for-file.ts';

describe('a file in use', () => {
  let world: World;
  let file: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
  });
  after(() => world.close());
  beforeEach(async () => {
    file = await open({});
  });

  const run = async <I>(command: Command<I>, input: object, person: string = persons.clerk) => {
    const outcome = await execute(world.runtime, command, { file, ...input }, callerAs(person), { key: newId() });
    return outcome instanceof Refusal ? outcome.reason : 'done';
  };
  const open = async (more: object) => {
    const input = { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4', ...more };
    const done = (await execute(world.runtime, openFile, input, callerAs(persons.clerk), { key: newId() })) as Done;
    return done.events[0]!.file!;
  };
  const row = async () => (await world.sql('select * from records.files where id = $1', [file]))[0]!;
  const sees = (person: string) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) => {
      return (await tx.query('select id from records.files where id = $1', [file])).length > 0;
    });

  test('changes its subject and never its reference; two who change at once notice each other', async () => {
    const reference = (await row())['reference'];
    assert.equal(
      await run(changeFile, { lock: 1, subject: 'Uferstraße 4, Gaststätte „Zum Anker“', medium: 'hybrid', location: 'Keller 2' }),
      'done',
    );
    assert.equal(await run(changeFile, { lock: 1, subject: 'Etwas anderes' }), 'records.changed-meanwhile');
    assert.equal(await run(changeFile, { lock: 2, medium: 'hybrid' }), 'records.nothing-changed');
    assert.equal(await run(changeFile, { lock: 2, subject: 'Fremd' }, persons.treasurer), 'records.file.not-found');
    const now = await row();
    assert.deepEqual([now['reference'], now['medium'], now['location'], now['lock']], [reference, 'hybrid', 'Keller 2', 2]);
  });

  test('goes to another unit with its open cases, and whoever gave it away sees it no more', async () => {
    assert.equal(await run(openCase, { subject: 'Erlaubnis' }), 'done');
    assert.equal(await run(handOverFile, { leadUnit: newId(), reason: 'Umorganisation' }), 'records.hand-over.no-unit');
    assert.equal(await run(handOverFile, { leadUnit: units.treasury, reason: 'Umorganisation' }), 'done');
    assert.deepEqual([await sees(persons.clerk), await sees(persons.treasurer)], [false, true]);
    const cases = await world.sql('select lead_unit from records.cases where file_id = $1', [file]);
    assert.deepEqual(cases, [{ lead_unit: units.treasury }]);
    assert.equal(await run(handOverFile, { leadUnit: units.trade, reason: 'doch nicht' }), 'records.file.not-found');
  });

  test('is protected for the named only, who keep at least one writer among them', async () => {
    assert.equal(await run(protectFile, { level: 1, reason: 'Personenbezug' }), 'records.protect.nobody-named');
    assert.equal(await run(nameForFile, { kind: 'person', grantee: persons.treasurer, writes: 'on' }), 'done');
    assert.equal(await run(nameForFile, { kind: 'person', grantee: newId() }), 'records.name.unknown');
    assert.equal(await run(protectFile, { level: 1, reason: 'Personenbezug' }), 'done');
    assert.deepEqual([await sees(persons.clerk), await sees(persons.head), await sees(persons.treasurer)], [false, false, true]);
    assert.equal(
      await run(unnameForFile, { kind: 'person', grantee: persons.treasurer }, persons.treasurer),
      'records.name.last-writer',
    );
    assert.equal(await run(nameForFile, { kind: 'unit', grantee: units.trade, writes: true }, persons.treasurer), 'done');
    assert.equal(await run(unnameForFile, { kind: 'person', grantee: persons.treasurer }, persons.treasurer), 'done');
    assert.deepEqual([await sees(persons.clerk), await sees(persons.treasurer)], [true, false]);
  });

  test('opened under protection belongs at once to who opened it', async () => {
    file = await open({ protection: 2 });
    assert.deepEqual([await sees(persons.clerk), await sees(persons.head), await sees(persons.registrar)], [true, false, false]);
    assert.equal(await run(openCase, { subject: 'Beurteilung' }), 'done');
  });

  test('is unsealed by two, of whom the second need not see it', async () => {
    file = await open({ protection: 2 });
    assert.equal(await run(protectFile, { level: 0, reason: 'erledigt' }), 'records.protect.needs-two');
    assert.equal(await run(requestUnsealing, { toLevel: 0, reason: 'Verfahren beendet' }), 'done');
    assert.equal(await run(requestUnsealing, { toLevel: 0, reason: 'noch einmal' }), 'records.unseal.asked-already');
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>(
      'select id from records.unsealing_requests where file_id = $1',
      [file],
    );
    const release = (person: string, onBehalfOf?: string) =>
      execute(world.runtime, releaseUnsealing, { request: id, reason: 'geprüft' }, callerAs(person, { onBehalfOf }), {
        key: newId(),
      });
    const reasonOf = async (outcome: Promise<Done | Refusal>) => {
      const result = await outcome;
      return result instanceof Refusal ? result.reason : 'done';
    };
    assert.equal(await reasonOf(release(persons.clerk)), 'people.four-eyes.own-request');
    assert.equal(await reasonOf(release(persons.treasurer)), 'records.unseal.no-request');
    assert.equal(await sees(persons.registrar), false);
    assert.equal(await reasonOf(release(persons.registrar)), 'done');
    assert.deepEqual([await sees(persons.head), (await row())['protection']], [true, 0]);
    assert.equal(await reasonOf(release(persons.registrar)), 'records.unseal.no-request');
  });

  test('stays sealed when the request is declined', async () => {
    file = await open({ protection: 2 });
    await run(requestUnsealing, { toLevel: 1, reason: 'Verfahren beendet' });
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>(
      'select id from records.unsealing_requests where file_id = $1',
      [file],
    );
    const decline = await execute(
      world.runtime,
      declineUnsealing,
      { request: id, reason: 'zu früh' },
      callerAs(persons.registrar),
      { key: newId() },
    );
    assert.ok(!(decline instanceof Refusal));
    assert.equal((await row())['protection'], 2);
    assert.equal(await run(requestUnsealing, { toLevel: 1, reason: 'jetzt aber' }), 'done');
  });

  test('cannot be unsealed past the command: the database asks for the second person as well', async () => {
    file = await open({ protection: 2 });
    await run(requestUnsealing, { toLevel: 0, reason: 'Verfahren beendet' });
    const attempt = (person: string, sql: string) =>
      world.runtime.database.transaction({ person }, world.clock.now(), (tx) => tx.query(sql, [file]));
    await assert.rejects(attempt(persons.clerk, 'select records.unseal(id) from records.unsealing_requests where file_id = $1'), {
      code: '42501',
    });
    await attempt(persons.clerk, 'select records.protect($1, 0::smallint)');
    assert.equal((await row())['protection'], 2);
    await assert.rejects(attempt(persons.head, 'select records.protect($1, 0::smallint)'), { code: '42501' });
    await assert.rejects(attempt(persons.head, `select records.hand_over($1, '${units.treasury}')`), { code: '42501' });
  });

  test('carries at least the grade of its documents', async () => {
    assert.equal(await run(classifyFile, { classification: 'nfd', reason: 'Alarmplan' }), 'done');
    await run(openCase, { subject: 'Alarmplan' });
    await world.sql(
      `insert into records.documents (id, file_id, case_id, no, title, direction, state, classification, versions)
       select gen_random_uuid(), file_id, id, 1, 'Plan', 'internal', 'draft', 'confidential', 0 from records.cases where file_id = $1`,
      [file],
    );
    assert.equal(await run(classifyFile, { classification: 'open', reason: 'erledigt' }), 'records.classify.lower-than-contents');
    assert.equal(await run(classifyFile, { classification: 'confidential', reason: 'Alarmplan' }), 'done');
  });

  test('closes when all its cases are filed and no gate stands, and opens again with a reason', async () => {
    await run(openCase, { subject: 'Erlaubnis' });
    assert.equal(await run(closeFile, {}), 'records.close-file.open-cases');
    await world.sql("update records.cases set state = 'filed' where file_id = $1", [file]);
    const gate = {
      subject: `file:${file}`,
      action: 'records.close-file',
      reason: 'demo.wait',
      owner: 'demo',
      source: `demo:${newId()}`,
      overridable: false,
    };
    await world.runtime.database.transaction({ person: null }, world.clock.now(), (tx) => raiseGate(tx, gate));
    assert.equal(await run(closeFile, {}), 'demo.wait');
    await world.sql("update kernel.gate set state = 'lifted'");
    assert.equal(await run(closeFile, {}), 'done');
    assert.equal(await run(openCase, { subject: 'Noch etwas' }), 'records.open-case.file-closed');
    assert.equal(await run(reopenFile, { reason: 'Neue Anzeige' }), 'done');
    assert.equal(await run(openCase, { subject: 'Noch etwas' }), 'done');
  });

  test('names a function, which its holder then uses', async () => {
    await run(nameForFile, { kind: 'function', grantee: functionOf(2), writes: false });
    assert.equal(await sees(persons.treasurer), true);
    assert.equal(await run(openCase, { subject: 'Erlaubnis' }, persons.treasurer), 'records.open-case.read-only');
  });
});
