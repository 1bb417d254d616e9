// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { plainDate } from '@fachwerk/german-calendar';
import { callerAs, functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Command, type Done, execute } from '../../../kernel/command.ts';
import { closeDeadline, startDeadline } from '../../../kernel/deadline/index.ts';
import { raiseGate } from '../../../kernel/gate/index.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { missingForClosing } from '../rules/close-case.ts';
import { addContact } from './add-contact.ts';
import { addCrossReference } from './add-cross-reference.ts';
import { assignCase } from './assign-case.ts';
import { changeCase } from './change-case.ts';
import { changeContact } from './change-contact.ts';
import { closeCase, findCaseForClosing } from './close-case.ts';
import { letCaseWait } from './let-case-wait.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { overrideGate } from './override-gate.ts';
import { registerCase } from './register-case.ts';
import { removeContact } from './remove-contact.ts';
import { removeCrossReference } from './remove-cross-reference.ts';
import { reopenCase } from './reopen-case.ts';
import { resumeCase } from './resume-case.ts';

describe('a case from draft to z.d.A. and back', () => {
  let world: World;
  let file: string;
  let id: string;
  before(async () => {
    world = await openWorld({ start: '2013-01-03T09:00:00.000Z' });
    await settleTown(world);
    await world.sql("update people.function_held set valid_from = '2010-01-01'");
    await world.sql("update people.unit_state set valid_from = '2010-01-01'");
    await world.sql("update people.person set active_from = '2010-01-01'");
    await world.sql("update records.filing_plan_units set valid_from = '2010-01-01'");
  });
  after(() => world.close());
  beforeEach(async () => {
    file = (await made(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' })).file!;
    id = uuidOf((await made(openCase, { file, subject: 'Erlaubnis' })).object);
  });

  const uuidOf = (object: string) => object.split(':')[1]!;
  const attempt = <I>(command: Command<I>, input: object, person: string = persons.clerk) =>
    execute(world.runtime, command, input, callerAs(person), { key: newId() });
  const made = async <I>(command: Command<I>, input: object) => ((await attempt(command, input)) as Done).events[0]!;
  const run = async <I>(command: Command<I>, input: object, person: string = persons.clerk) => {
    const outcome = await attempt(command, input, person);
    return outcome instanceof Refusal ? outcome.reason : 'done';
  };
  const row = async () => (await world.sql('select * from records.cases where id = $1', [id]))[0]!;
  const document = async (state: string) => {
    const document = newId();
    await world.sql(
      `insert into records.documents (id, file_id, case_id, no, title, direction, state, versions)
       select $1, file_id, id, (select count(*) + 1 from records.documents d where d.case_id = c.id), 'Bescheid', 'out', $3, 1 from records.cases c where id = $2`,
      [document, id, state],
    );
    return document;
  };
  const checkList = () =>
    world.runtime.database.read({ person: persons.clerk }, world.clock.now(), async (tx) =>
      missingForClosing((await findCaseForClosing(tx, id, '2013-01-03'))!).map(({ reason }) => reason.split('.').at(-1)),
    );

  test('a draft gets the next number when it is registered, and many at once get one each', async () => {
    const drafts = await Promise.all(Array.from({ length: 5 }, () => made(openCase, { file, subject: 'Anfrage', draft: true })));
    const outcomes = await Promise.all(drafts.map(({ object }) => run(registerCase, { case: uuidOf(object) })));
    assert.deepEqual(outcomes, Array(5).fill('done'));
    const rows = await world.sql<{ no: number }>('select no from records.cases where file_id = $1 order by no', [file]);
    assert.deepEqual(
      rows.map(({ no }) => no),
      [1, 2, 3, 4, 5, 6],
    );
    assert.equal(await run(registerCase, { case: id }), 'records.register-case.has-number');
  });

  test('is changed, given to a function, waits and goes on', async () => {
    assert.equal(await run(changeCase, { case: id, lock: 1, subSubject: 'Außenbewirtschaftung' }), 'done');
    assert.equal(await run(changeCase, { case: id, lock: 1, subject: 'Anders' }), 'records.changed-meanwhile');
    assert.equal(await run(assignCase, { case: id, responsible: functionOf(0) }), 'done');
    assert.equal(await run(letCaseWait, { case: id, reason: 'Rückfrage beim Bauamt' }), 'done');
    assert.equal((await row())['state'], 'waiting');
    assert.equal(await run(resumeCase, { case: id }), 'done');
    assert.equal(await run(changeCase, { case: id, lock: 5, subject: 'Fremd' }, persons.treasurer), 'records.case.not-found');
    const now = await row();
    assert.deepEqual(
      [now['sub_subject'], now['responsible'], now['state'], now['lock']],
      ['Außenbewirtschaftung', functionOf(0), 'open', 5],
    );
  });

  test('has contacts, seen with the case only', async () => {
    const { object } = await made(addContact, {
      case: id,
      role: 'Antragstellerin',
      name: 'Erika Muster',
      email: 'erika@example.org',
    });
    const contact = uuidOf(object);
    assert.equal(await run(addContact, { case: id, role: 'Zeuge', name: 'X', email: 'keine' }), 'kernel.invalid-input');
    const words = { contact, role: 'Antragstellerin', name: 'Erika Muster-Beispiel' };
    assert.equal(await run(changeContact, words, persons.treasurer), 'records.contact.not-found');
    assert.equal(await run(changeContact, words), 'done');
    const rows = await world.sql('select name, email from records.contacts where id = $1', [contact]);
    assert.deepEqual(rows, [{ name: 'Erika Muster-Beispiel', email: '' }]);
    assert.equal(await run(removeContact, { contact }), 'done');
    assert.equal(await run(removeContact, { contact }), 'records.contact.not-found');
  });

  test('refers to another, seen from each end by that end’s own rights', async () => {
    const other = (await made(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Nachbar' })).file!;
    const [from, to] = [`case:${id}`, `file:${other}`];
    assert.equal(await run(addCrossReference, { from, to: from }), 'records.cross-reference.to-itself');
    assert.equal(await run(addCrossReference, { from, to, note: 'Vorgeschichte' }), 'done');
    assert.equal(await run(addCrossReference, { from: to, to: from }), 'records.cross-reference.there-already');
    await world.sql('update records.files set lead_unit = $2 where id = $1', [other, units.treasury]);
    assert.equal(await run(addCrossReference, { from: to, to: from }), 'records.object.not-found');
    const seen = (person: string) =>
      world.runtime.database.read({ person }, world.clock.now(), async (tx) =>
        tx.query<{ id: string }>('select id from records.cross_references'),
      );
    const [reference] = await seen(persons.treasurer);
    assert.deepEqual(
      [(await seen(persons.clerk)).length, (await seen(persons.treasurer)).length, (await seen(persons.neighbour)).length],
      [1, 1, 0],
    );
    assert.equal(
      await run(removeCrossReference, { reference: reference!.id }, persons.treasurer),
      'records.cross-reference.not-found',
    );
    assert.equal(await run(removeCrossReference, { reference: reference!.id }), 'done');
  });

  test('is not filed before everything on its list is done, and the list says all at once', async () => {
    await world.sql('update records.filing_plan_units set needs_contact = true where id = $1', [planUnits.order]);
    const draft = await document('draft');
    await world.sql(
      "insert into records.uploads (id, case_id, file_id, name, size, expires_on) values ($1, $2, $3, 'plan.pdf', 9, '2013-01-10')",
      [newId(), id, file],
    );
    const deadline = await inSystem(async (tx) =>
      startDeadline(tx, {
        id: newId(),
        subject: `case:${id}`,
        file,
        unit: units.trade,
        rule: {
          id: 'answer',
          name: 'Antwortfrist',
          legalSource: '§ 1',
          unit: 'weeks',
          amount: 2,
          startKind: 'event',
          extendOnHoliday: true,
        },
        startLabel: 'Eingang',
        start: plainDate('2013-01-03'),
        place: { land: 'NW', municipality: '05913000', localHolidays: [] },
      }),
    );
    const gate = {
      subject: `case:${id}`,
      action: 'records.close-case',
      reason: 'demo.council-asked',
      owner: 'demo',
      source: `demo:${newId()}`,
      overridable: true,
    };
    await inSystem((tx) => raiseGate(tx, gate));
    assert.deepEqual(await checkList(), ['draft', 'uploading', 'no-contact', 'deadline', 'council-asked']);
    const refusal = await attempt(closeCase, { case: id });
    assert.ok(refusal instanceof Refusal && refusal.details['n'] === 5 && `document:${draft}` in refusal.fields);

    await world.sql("update records.documents set state = 'withdrawn' where id = $1", [draft]);
    await world.sql('delete from records.uploads where case_id = $1', [id]);
    await run(addContact, { case: id, role: 'Antragstellerin', name: 'Erika Muster' });
    await inSystem((tx) => closeDeadline(tx, deadline.id, { outcome: 'met', on: plainDate('2013-01-03') }));
    assert.deepEqual(await checkList(), ['council-asked']);
    const [{ id: standing } = { id: '' }] = await world.sql<{ id: string }>('select id from kernel.gate where source = $1', [
      gate.source,
    ]);
    const reason = 'Der Personalrat hat telefonisch verzichtet.';
    assert.equal(
      await run(overrideGate, { gate: standing, reason }),
      'records.open-case.read-only',
      'a clerk is not the registry',
    );
    assert.equal(await run(overrideGate, { gate: standing, reason }, persons.registrar), 'done');
    assert.equal(await run(closeCase, { case: id }), 'done');
  });

  test('is filed on 3 January 2013, kept ten years until 31 December 2023, and all that lies in it is final', async () => {
    await world.sql('update records.filing_plan_units set needs_contact = false');
    const [letter, gone] = [await document('signed'), await document('withdrawn')];
    const outcome = await attempt(closeCase, { case: id });
    assert.ok(!(outcome instanceof Refusal), outcome instanceof Refusal ? outcome.reason : '');
    const now = await row();
    assert.deepEqual(
      [now['state'], now['filed_on'], now['retain_until'], now['permanent'], now['disposal_type']],
      ['filed', '2013-01-03', '2023-12-31', false, 'B'],
    );
    const states = await world.sql<{ id: string; state: string }>(
      'select id, state from records.documents where case_id = $1 order by no',
      [id],
    );
    assert.deepEqual(states, [
      { id: letter, state: 'final' },
      { id: gone, state: 'withdrawn' },
    ]);
    const entries = await world.runtime.database.read({ person: persons.clerk }, world.clock.now(), (tx) =>
      tx.query<{ header: string }>('select header from records.file_history($1, 1)', [file]),
    );
    assert.match(entries[0]!.header, /"act":"records.case-filed"/);
    assert.equal(await run(changeCase, { case: id, lock: 2, subject: 'Zu spät' }), 'records.case-is-filed');

    assert.equal(await run(reopenCase, { case: id, reason: 'Widerspruch' }), 'done');
    const again = await row();
    assert.deepEqual(
      [again['state'], again['filed_on'], again['retain_until'], again['disposal_type']],
      ['open', null, null, null],
    );
  });

  const inSystem = <T>(work: Parameters<typeof world.runtime.database.transaction<T>>[2]) =>
    world.runtime.database.transaction({ person: null, system: 'demo.test' }, world.clock.now(), work);
});
