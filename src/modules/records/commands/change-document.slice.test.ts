// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { callerAs, functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Command, type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Duplicate, findDuplicates, findDuplicatesOf } from '../queries/find-duplicates.ts';
import { assignDocument } from './assign-document.ts';
import { attachDocument } from './attach-document.ts';
import { changeDocument } from './change-document.ts';
import { classifyDocument } from './classify-document.ts';
import { finishDocument } from './finish-document.ts';
import { nameSignatory } from './name-signatory.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { registerDocument } from './register-document.ts';
import { signOffDocument } from './sign-off-document.ts';

describe('a document in use', () => {
  let world: World;
  let file: string;
  let vorgang: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
  });
  after(() => world.close());
  beforeEach(async () => {
    file = (await made(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' })).file!;
    vorgang = uuidOf((await made(openCase, { file, subject: 'Erlaubnis' })).object);
  });

  const uuidOf = (object: string) => object.split(':')[1]!;
  const attempt = <I>(command: Command<I>, input: object, person: string = persons.clerk) =>
    execute(world.runtime, command, input, callerAs(person), { key: newId() });
  const made = async <I>(command: Command<I>, input: object) => {
    const outcome = await attempt(command, input);
    assert.ok(!(outcome instanceof Refusal), outcome instanceof Refusal ? outcome.reason : '');
    return (outcome as Done).events[0]!;
  };
  const run = async <I>(command: Command<I>, input: object, person: string = persons.clerk) => {
    const outcome = await attempt(command, input, person);
    return outcome instanceof Refusal ? outcome.reason : 'done';
  };
  const upload = async (content: string, into = vorgang) => {
    const id = newId();
    await world.sql(
      `insert into records.uploads (id, case_id, file_id, name, size, state, content, media_type, expires_on)
       select $1, id, file_id, 'brief.pdf', 9, 'stored', $3, 'application/pdf', '2026-12-01' from records.cases where id = $2`,
      [id, into, content],
    );
    return id;
  };
  const register = async (more: object = {}, content = 'a'.repeat(64)) =>
    uuidOf(
      (await made(registerDocument, { case: vorgang, upload: await upload(content), title: 'Brief', direction: 'in', ...more }))
        .object,
    );
  const row = async (id: string) => (await world.sql('select * from records.documents where id = $1', [id]))[0]!;

  test('that came in is assigned, then finished, and changes no more', async () => {
    const document = await register();
    assert.equal(await run(assignDocument, { document }), 'done');
    assert.equal(await run(assignDocument, { document }), 'records.assign-document.not-new');
    assert.equal(
      await run(changeDocument, { document, lock: 2, title: 'Anzeige', kind: 'Schreiben', datedOn: '2026-11-20' }),
      'done',
    );
    assert.equal(await run(changeDocument, { document, lock: 3, datedOn: '' }), 'done');
    assert.equal(await run(changeDocument, { document, lock: 3, title: 'Anders' }), 'records.changed-meanwhile');
    assert.equal(await run(finishDocument, { document }, persons.treasurer), 'records.document.not-found');
    assert.equal(await run(finishDocument, { document }), 'done');
    assert.equal(await run(changeDocument, { document, lock: 5, title: 'Zu spät' }), 'records.document-is-final');
    const now = await row(document);
    assert.deepEqual([now['title'], now['kind'], now['dated_on'], now['state']], ['Anzeige', 'Schreiben', null, 'final']);
  });

  test('is signed off by the function named for it and by no other', async () => {
    const document = await register({ direction: 'out' });
    assert.equal(await run(nameSignatory, { document, signatory: functionOf(1) }), 'done');
    assert.equal(await run(signOffDocument, { document, versionRead: 1 }), 'records.sign-off.other-signatory');
    assert.equal(await run(signOffDocument, { document, versionRead: 1 }, persons.head), 'done');
    assert.equal(await run(nameSignatory, { document, signatory: '' }), 'records.sign-off.already-signed');
  });

  test('lifts its file to its own grade, and leaves it there', async () => {
    const document = await register();
    assert.equal(await run(classifyDocument, { document, classification: 'confidential', reason: 'Alarmplan' }), 'done');
    assert.equal(await run(classifyDocument, { document, classification: 'nfd', reason: 'herabgestuft' }), 'done');
    const files = await world.sql('select classification from records.files where id = $1', [file]);
    assert.deepEqual([files[0]?.['classification'], (await row(document))['classification']], ['confidential', 'nfd']);
  });

  test('becomes an attachment within its case and in one step only', async () => {
    const [main, attachment, other] = [await register(), await register(), await register()];
    assert.equal(await run(attachDocument, { document: attachment, to: main }), 'done');
    assert.equal(await run(attachDocument, { document: other, to: attachment }), 'records.attach-document.chain');
    assert.equal(await run(attachDocument, { document: main, to: other }), 'records.attach-document.chain');
    assert.equal(await run(attachDocument, { document: attachment, to: '' }), 'done');
    assert.equal((await row(attachment))['parent_id'], null);
    const elsewhere = uuidOf((await made(openCase, { file, subject: 'Anderer Vorgang' })).object);
    const input = { case: elsewhere, upload: await upload('b'.repeat(64), elsewhere), title: 'x', direction: 'in', parent: main };
    assert.equal(await run(registerDocument, input), 'records.document.not-found');
  });

  test('is recognised when it comes a second time, among what one may see', async () => {
    const [content, messageKey] = ['c'.repeat(64), 'd'.repeat(40)];
    const first = await register({ messageKey, receivedOn: '2026-11-20' }, content);
    const second = await register({ messageKey }, 'e'.repeat(64));
    const withdrawn = await register({}, content);
    await world.sql("update records.documents set state = 'withdrawn' where id = $1", [withdrawn]);
    const ask = (person: string, question: (tx: Parameters<typeof findDuplicates>[0]) => Promise<Duplicate[]>) =>
      world.runtime.database.read({ person }, world.clock.now(), async (tx) =>
        (await question(tx)).map(({ document, why }) => `${document} ${why}`),
      );
    assert.deepEqual(await ask(persons.clerk, (tx) => findDuplicatesOf(tx, second)), [`${first} message`]);
    assert.deepEqual(await ask(persons.clerk, (tx) => findDuplicates(tx, { content })), [`${first} content`]);
    assert.deepEqual(await ask(persons.clerk, (tx) => findDuplicates(tx, { content, messageKey })), [
      `${first} content`,
      `${second} message`,
    ]);
    assert.deepEqual(await ask(persons.treasurer, (tx) => findDuplicates(tx, { content, messageKey })), []);
    assert.deepEqual(await ask(persons.treasurer, (tx) => findDuplicatesOf(tx, second)), []);
  });
});
