// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { act, madeBy } from '../../../../test/act.ts';
import { callerAs, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import type { Caller } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { openCase, openFile } from '../../records/index.ts';
import { post } from '../module.ts';
import { acceptItem } from './accept-item.ts';
import { addRoute } from './add-route.ts';
import { fileAsNewCase, fileItem, undoFiling } from './file-item.ts';
import { forwardItem } from './forward-item.ts';
import { receiveContent } from './receive-content.ts';
import { refuseItem } from './refuse-item.ts';
import { registerPaper } from './register-paper.ts';
import { releaseItem } from './release-item.ts';
import { reopenItem } from './reopen-item.ts';
import { returnItem } from './return-item.ts';
import { setItemAside } from './set-item-aside.ts';
import { takeItemBack } from './take-item-back.ts';

const permissions = new Set(['records.read', 'records.write', ...Object.keys(post.permissions)]);
const as = (person: string): Caller => callerAs(person, { permissions });

describe('post in the house', () => {
  let world: World;
  let file: string;
  let caseId: string;
  const clerk = as(persons.clerk);
  const treasurer = as(persons.treasurer);
  const registrar = as(persons.registrar);

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    file = madeBy(
      await act(world, openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Gaststätte Anker' }, clerk),
    );
    caseId = madeBy(await act(world, openCase, { file, subject: 'Erlaubnis' }, clerk));
  });
  after(() => world.close());

  const receive = (caller: Caller, more: Partial<Parameters<typeof receiveContent>[1]> = {}) =>
    receiveContent(
      { runtime: world.runtime, caller },
      { office: units.trade, channel: 'upload', name: 'brief.txt', source: new Blob([newId()]).stream(), ...more },
    );
  const taken = async (caller: Caller, more: Parameters<typeof receive>[1] = {}) => {
    const outcome = await receive(caller, more);
    assert.ok(!(outcome instanceof Refusal) && outcome.item, `refused: ${JSON.stringify(outcome)}`);
    return outcome.item;
  };
  const rowOf = async (id: string) => {
    const [row] = await world.sql<{
      state: string;
      lock: number;
      office: string;
      from: string | null;
      document: string | null;
      hazards: string[];
    }>(
      'select state, lock, office_id as office, from_id as "from", document_id as document, hazards from post.items where id = $1',
      [id],
    );
    return row ?? assert.fail('no such item');
  };
  const step = async (command: Parameters<typeof act>[1], item: string, caller: Caller, more = {}) =>
    act(world, command, { item, lock: (await rowOf(item)).lock, ...more }, caller);
  const bookOf = (office: string) =>
    world.sql<{ no: number; fate: string; item: string }>(
      'select no, fate, item_id as item from post.book where office_id = $1 order by no',
      [office],
    );

  test('the same delivery twice is one piece; the same bytes in another message are two', async () => {
    const one = await receive(clerk, { source: new Blob(['gleich']).stream(), messageId: 'a@x' });
    const again = await receive(clerk, { source: new Blob(['gleich']).stream(), messageId: 'a@x' });
    const other = await receive(clerk, { source: new Blob(['gleich']).stream(), messageId: 'b@x' });
    assert.ok(!(one instanceof Refusal) && !(again instanceof Refusal) && !(other instanceof Refusal));
    assert.deepEqual([one.duplicate, again.duplicate, other.duplicate], [false, true, false]);
    assert.notEqual(one.item, other.item);
    // Brought by somebody else, too: the key of the delivery decides, not who brings it.
    const head = await receive(as(persons.head), { source: new Blob(['gleich']).stream(), messageId: 'a@x' });
    assert.deepEqual(head, { item: undefined, duplicate: true });
  });

  test('is forwarded, seen by the other office, accepted there, and both books say so', async () => {
    const item = await taken(clerk);
    madeBy(await step(forwardItem as never, item, clerk, { office: units.treasury, note: 'Bitte prüfen' }));
    assert.deepEqual([(await rowOf(item)).office, (await rowOf(item)).from], [units.treasury, units.trade]);
    assert.equal(await step(acceptItem as never, item, clerk), 'kernel.not-permitted');
    madeBy(await step(acceptItem as never, item, treasurer));
    assert.equal((await rowOf(item)).from, null);
    assert.equal(await step(forwardItem as never, item, clerk, { office: units.trade }), 'post.not-found');
    const fates = [...(await bookOf(units.trade)), ...(await bookOf(units.treasury))].filter((line) => line.item === item);
    assert.deepEqual(
      fates.map(({ fate }) => fate),
      ['accepted', 'accepted'],
    );
  });

  test('comes back when it was forwarded by mistake, or when the office is not in charge', async () => {
    const item = await taken(clerk);
    madeBy(await step(forwardItem as never, item, clerk, { office: units.treasury }));
    madeBy(await step(takeItemBack as never, item, clerk));
    assert.deepEqual([(await rowOf(item)).state, (await rowOf(item)).office], ['new', units.trade]);
    madeBy(await step(forwardItem as never, item, clerk, { office: units.treasury }));
    madeBy(await step(returnItem as never, item, treasurer, { reason: 'Nicht zuständig.' }));
    assert.deepEqual([(await rowOf(item)).state, (await rowOf(item)).office], ['returned', units.trade]);
  });

  test('becomes a document of a case, once, and is taken back with everything', async () => {
    const item = await taken(clerk, { subject: 'Stellplätze', source: new Blob(['Guten Tag']).stream() });
    const bringing = { runtime: world.runtime, caller: clerk };
    const filed = await fileItem(bringing, { item, lock: 1, case: caseId, place: 1 });
    const again = await fileItem(bringing, { item, lock: 1, case: caseId, place: 1 });
    assert.ok(!(filed instanceof Refusal), JSON.stringify(filed));
    assert.deepEqual(again, filed);
    const [kept] = await world.sql<{ title: string; n: number }>(
      "select min(title) as title, count(*)::int as n from records.documents where case_id = $1 and state <> 'withdrawn'",
      [caseId],
    );
    assert.deepEqual(kept, { title: 'Stellplätze', n: 1 });
    const undone = await undoFiling(bringing, { item, lock: 2 });
    assert.ok(!(undone instanceof Refusal), JSON.stringify(undone));
    assert.deepEqual(
      await undoFiling(bringing, { item, lock: 2 }),
      undone instanceof Refusal ? undone : new Refusal('conflict', 'post.not-now.new'),
    );
    const [left] = await world.sql<{ state: string }>('select state from records.documents where id = $1', [filed.document]);
    assert.equal(left?.state, 'withdrawn');
    assert.deepEqual([(await rowOf(item)).state, (await rowOf(item)).document], ['new', null]);
    // Filed anew after that, it is a new act.
    assert.ok(!((await fileItem(bringing, { item, lock: 3, case: caseId })) instanceof Refusal));
  });

  test('is not filed where the clerk may not write', async () => {
    const item = await taken(treasurer, { office: units.treasury });
    const no = await fileItem({ runtime: world.runtime, caller: treasurer }, { item, lock: 1, case: caseId });
    assert.ok(no instanceof Refusal);
    assert.equal(no.reason, 'records.case.not-found');
    assert.equal((await rowOf(item)).state, 'new');
  });

  test('on paper stands in the book, and in the file by a sheet that says where it lies', async () => {
    const item = madeBy(
      await act(
        world,
        registerPaper,
        { office: units.trade, sender: 'Meier', subject: 'Bauplan, Rolle', place: 'Schrank 4' },
        clerk,
      ),
    );
    assert.equal(
      await act(
        world,
        registerPaper,
        { office: units.trade, sender: 'Meier', subject: 'Morgen', receivedOn: '2026-11-25' },
        clerk,
      ),
      'post.not-yet',
    );
    const filed = await fileAsNewCase({ runtime: world.runtime, caller: clerk }, { item, lock: 1, file, subject: 'Bauplan' });
    assert.ok(!(filed instanceof Refusal), JSON.stringify(filed));
    const [version] = await world.sql<{ name: string }>('select file_name as name from records.versions where document_id = $1', [
      filed.document,
    ]);
    assert.match(version?.name ?? '', /^Fehlblatt/);
  });

  test('that looks hostile lies in quarantine until somebody in charge decides', async () => {
    const program = () => new Blob([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), newId()]).stream();
    const item = await taken(clerk, { name: 'rechnung.pdf.exe', source: program() });
    assert.equal((await rowOf(item)).state, 'quarantined');
    assert.ok((await rowOf(item)).hazards.includes('executable'));
    const without = { ...clerk, permissions: new Set([...permissions].filter((one) => one !== 'post.release')) };
    assert.equal(await step(releaseItem as never, item, without, { reason: 'Harmlos' }), 'kernel.not-permitted');
    assert.equal(await step(setItemAside as never, item, clerk, { reason: 'Werbung' }), 'post.not-now.quarantined');
    madeBy(await step(refuseItem as never, item, registrar, { reason: 'Programm' }));
    assert.equal(await step(reopenItem as never, item, registrar), 'post.was-refused');
    const other = await taken(clerk, { name: 'x.exe', source: program() });
    madeBy(await step(releaseItem as never, other, registrar, { reason: 'Vom Amt selbst geschickt' }));
    assert.deepEqual([(await rowOf(other)).state, (await rowOf(other)).hazards], ['new', []]);
  });

  test('set aside and brought back', async () => {
    const item = await taken(clerk);
    madeBy(await step(setItemAside as never, item, clerk, { reason: 'Werbung' }));
    madeBy(await step(reopenItem as never, item, clerk));
    assert.equal((await rowOf(item)).state, 'new');
  });

  test('goes by the register into another inbox and waits there to be accepted', async () => {
    assert.equal(
      await act(world, addRoute, { kind: 'sender', pattern: '@finanzamt.example', office: units.treasury }, clerk),
      'kernel.not-permitted',
    );
    madeBy(await act(world, addRoute, { kind: 'sender', pattern: '@finanzamt.example', office: units.treasury }, registrar));
    const item = await taken(clerk, { senderAddress: 'post@finanzamt.example' });
    assert.deepEqual(await rowOf(item), {
      ...(await rowOf(item)),
      state: 'forwarded',
      office: units.treasury,
      from: units.trade,
    });
  });

  test('is numbered without a gap, also when many arrive at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => taken(clerk)));
    const numbers = (await bookOf(units.trade)).map(({ no }) => no);
    assert.deepEqual(
      numbers,
      Array.from({ length: numbers.length }, (_, index) => index + 1),
    );
  });

  test('is unseen by offices that it does not lie with', async () => {
    const item = await taken(clerk);
    const seenBy = (caller: Caller) =>
      world.runtime.database.read(caller, world.clock.now(), (tx) => tx.query('select id from post.items where id = $1', [item]));
    assert.equal((await seenBy(clerk)).length, 1);
    assert.equal((await seenBy(treasurer)).length, 0);
    assert.equal((await seenBy(registrar)).length, 1);
  });
});
