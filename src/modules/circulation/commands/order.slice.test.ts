// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { act, madeBy } from '../../../../test/act.ts';
import { callerAs, functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import type { Caller } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { addVersion, findPresentedDocument, openCase, openFile, receiveWhole, signOffDocument } from '../../records/index.ts';
import { circulation } from '../module.ts';
import { lyingTimes } from '../queries/flow.ts';
import { dayLoad } from '../queries/follow-ups.ts';
import { findForgotten } from '../queries/radar.ts';
import { changeOrder } from './change-order.ts';
import { extendStep } from './extend-step.ts';
import { markStep } from './mark-step.ts';
import { finishFollowUp, moveFollowUp } from './move-follow-up.ts';
import { recallOrder } from './recall-order.ts';
import { reserveSignature } from './reserve-signature.ts';
import { resumeOrder } from './resume-order.ts';
import { setFollowUp } from './set-follow-up.ts';
import { startOrder } from './start-order.ts';
import { closeCalendar, openCalendar } from './switch-calendar.ts';

const permissions = new Set(['records.read', 'records.write', 'records.sign', ...Object.keys(circulation.permissions)]);
const as = (person: string, extra: Partial<Caller> = {}): Caller => callerAs(person, { permissions, ...extra });

interface StepRow {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly state: string;
  readonly mark: string | null;
  readonly version: number | null;
  readonly represented: string | null;
}

describe('an order in the E-Akte', () => {
  let world: World;
  let file: string;
  const [clerk, head, treasurer, neighbour] = [persons.clerk, persons.head, persons.treasurer, persons.neighbour].map((one) =>
    as(one),
  ) as [Caller, Caller, Caller, Caller];

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    file = madeBy(
      await act(world, openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' }, clerk),
    );
  });
  after(() => world.close());

  async function draft(): Promise<{ case: string; document: string }> {
    const caseId = madeBy(await act(world, openCase, { file, subject: 'Erlaubnis „Zum Anker“' }, clerk));
    const source = new Blob(['Die Erlaubnis wird erteilt.']).stream();
    const whole = await receiveWhole(
      { runtime: world.runtime, caller: clerk },
      { case: caseId, name: 'Bescheid.txt', key: newId(), source, direction: 'out' },
    );
    assert.ok('document' in whole && whole.document);
    return { case: caseId, document: whole.document };
  }
  async function newVersion({ case: caseId, document }: { case: string; document: string }): Promise<void> {
    const upload = newId();
    const { hash, size } = await world.runtime.blobs.put(new Blob([`Fassung ${upload}`]).stream());
    await world.sql(
      `insert into records.uploads (id, case_id, file_id, name, size, expires_on, state, content, media_type)
       values ($1, $2, $3, 'Bescheid.txt', $4, '2027-01-01', 'stored', $5, 'text/plain')`,
      [upload, caseId, file, size, hash],
    );
    const [row] = await world.sql<{ versions: number }>('select versions from records.documents where id = $1', [document]);
    madeBy(await act(world, addVersion, { document, upload, versionRead: row!.versions }, clerk));
    await settled();
  }
  const settled = async () => {
    await world.runtime.journal.integrated([]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await world.reactions.catchUp();
  };
  const give = async (text: string, it?: { case: string; document: string }) => {
    const on = it ?? (await draft());
    return { ...on, order: madeBy(await act(world, startOrder, { case: on.case, document: on.document, text }, clerk)) };
  };
  const steps = (order: string) =>
    world.sql<StepRow>(
      'select id, label, kind, state, mark, version, represented from circulation.steps where order_id = $1 order by stage, branch, turn, id',
      [order],
    );
  const stateOf = async (order: string) =>
    (await world.sql<{ state: string; lock: number }>('select state, lock from circulation.orders where id = $1', [order]))[0]!;
  const due = async (order: string) => (await steps(order)).filter(({ state }) => state === 'current').map(({ label }) => label);
  const mark = async (
    order: string,
    how: string,
    caller: Caller,
    more: { label?: string; words?: string; versionRead?: number } = {},
  ) => {
    const step = (await steps(order)).find(
      ({ state, label }) => state === 'current' && (more.label === undefined || more.label === label),
    );
    const { words = '', versionRead = 1 } = more;
    return act(world, markStep, { order, step: step!.id, mark: how, words, versionRead }, caller);
  };
  const sees = (caller: Caller, document: string) =>
    world.runtime.database.read(caller, world.clock.now(), (tx) => findPresentedDocument(tx, document));
  const ordersSeen = (caller: Caller) =>
    world.runtime.database.read(caller, world.clock.now(), (tx) => tx.query('select id from circulation.orders'));

  test('goes to another office, which sees this document and nothing else of the file', async () => {
    const { order, document, case: caseId } = await give('1. 20 z.Mz. bis 4.12.\n2. AL Schlusszeichnung\n3. zdA');
    assert.deepEqual(await due(order), ['20']);
    assert.ok(await sees(treasurer, document), 'it lies before the treasury');
    assert.equal(await sees(neighbour, document), undefined, 'and before nobody else');
    assert.equal((await ordersSeen(neighbour)).length, 0);
    const file_ = await world.runtime.database.read(treasurer, world.clock.now(), (tx) =>
      tx.query('select id from records.files'),
    );
    assert.deepEqual(file_, []);
    assert.equal(await mark(order, 'cosigned', neighbour), 'circulation.order-not-found');
    assert.equal(await mark(order, 'cosigned', clerk), 'circulation.not-your-step');
    assert.equal(await act(world, signOffDocument, { document, versionRead: 1 }, head), 'circulation.gate.cosign-open');
    madeBy(await mark(order, 'cosigned', treasurer));
    assert.deepEqual(await due(order), ['Leitung 32']);
    const [gate] = await world.sql<{ reason: string }>(
      "select reason from kernel.gate where subject_id = $1 and state = 'blocking'",
      [caseId],
    );
    assert.equal(gate?.reason, 'circulation.gate.order-open', 'the case is not filed before');
    madeBy(await mark(order, 'signed', head));
    const [row] = await world.sql<{ state: string }>('select state from records.documents where id = $1', [document]);
    assert.equal(row?.state, 'signed', 'the document is signed off by the same act');
    madeBy(await mark(order, 'done', clerk));
    assert.equal((await stateOf(order)).state, 'completed');
    assert.equal(
      (await world.sql<{ state: string }>('select state from records.cases where id = $1', [caseId]))[0]?.state,
      'filed',
    );
    assert.equal(await sees(treasurer, document), undefined, 'afterwards the treasury sees it no more');
  });

  test('sent back with its reason, mended, sent on; who sent it back is asked again', async () => {
    const it = await give('20 z.Mz.\nAL Schlusszeichnung');
    assert.equal(await mark(it.order, 'returned', treasurer), 'circulation.needs-words');
    madeBy(await mark(it.order, 'returned', treasurer, { words: 'Seite 2 fehlt' }));
    assert.equal((await stateOf(it.order)).state, 'returned');
    await newVersion(it);
    madeBy(await act(world, resumeOrder, { order: it.order, lock: (await stateOf(it.order)).lock }, clerk));
    assert.deepEqual(await due(it.order), ['20']);
    assert.equal(await mark(it.order, 'cosigned', treasurer, { versionRead: 1 }), 'circulation.changed-since-read');
    madeBy(await mark(it.order, 'cosigned', treasurer, { versionRead: 2 }));
    assert.deepEqual((await steps(it.order)).map(({ label, mark: how }) => [label, how]).sort(), [
      ['20', 'cosigned'],
      ['20', 'returned'],
      ['Leitung 32', null],
    ]);
  });

  test('a later change of the draft asks the co-signers again', async () => {
    const it = await give('20 z.Mz.\nAL Schlusszeichnung');
    madeBy(await mark(it.order, 'cosigned', treasurer));
    assert.deepEqual(await due(it.order), ['Leitung 32']);
    await newVersion(it);
    assert.deepEqual(await due(it.order), ['20']);
    assert.equal(
      await act(world, signOffDocument, { document: it.document, versionRead: 2 }, head),
      'circulation.gate.cosign-open',
    );
    madeBy(await mark(it.order, 'cosigned', treasurer, { versionRead: 2 }));
    assert.deepEqual(await due(it.order), ['Leitung 32']);
  });

  test('a signature given on the page of the document closes its step', async () => {
    const it = await give('AL Schlusszeichnung\nab: Bescheid an die Antragstellerin');
    madeBy(await act(world, signOffDocument, { document: it.document, versionRead: 1 }, head));
    await settled();
    assert.deepEqual(await due(it.order), ['']);
    const [signed] = (await steps(it.order)).filter(({ kind }) => kind === 'final-sign');
    assert.deepEqual([signed?.mark, signed?.version], ['signed', 1]);
  });

  test('the way is changed while it runs; what is done stays', async () => {
    const it = await give('20 z.Mz.\nAL Schlusszeichnung');
    const { lock } = await stateOf(it.order);
    assert.equal(
      await act(world, changeOrder, { order: it.order, lock, text: '32.2 z.Mz.' }, neighbour),
      'circulation.order-not-found',
    );
    madeBy(await act(world, changeOrder, { order: it.order, lock, text: '32.2 z.Mz.\nAL Schlusszeichnung' }, clerk));
    assert.deepEqual(await due(it.order), ['32.2']);
    assert.deepEqual((await steps(it.order)).map(({ label, state }) => `${label} ${state}`).sort(), [
      '20 skipped',
      '32.2 current',
      'Leitung 32 future',
    ]);
    assert.ok(await sees(neighbour, it.document));
    assert.equal(await act(world, changeOrder, { order: it.order, lock, text: 'zdA' }, clerk), 'circulation.order-changed');
  });

  test('recalled: nobody is asked any more, nothing holds up the case', async () => {
    const it = await give('20 z.Mz.\nzdA');
    madeBy(await act(world, recallOrder, { order: it.order, lock: 1, reason: 'Antrag zurückgenommen' }, clerk));
    assert.equal((await stateOf(it.order)).state, 'recalled');
    assert.equal(await sees(treasurer, it.document), undefined);
    const gates = await world.sql("select id from kernel.gate where source = $1 and state = 'blocking'", [`order:${it.order}`]);
    assert.deepEqual(gates, []);
  });

  test('an absent colleague is represented on purpose, and the order shows for whom', async () => {
    const it = await give('20 z.Mz.');
    const substitution = newId();
    await world.sql(
      "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2026-11-01', '2026-12-24')",
      [substitution, persons.treasurer, persons.neighbour],
    );
    await world.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
      substitution,
      functionOf(2),
    ]);
    assert.ok(await sees(neighbour, it.document), 'the deputy sees what lies before the represented');
    assert.equal(await mark(it.order, 'cosigned', neighbour), 'people.acting.represent-first');
    madeBy(await mark(it.order, 'cosigned', as(persons.neighbour, { onBehalfOf: persons.treasurer })));
    assert.equal((await steps(it.order))[0]?.represented, persons.treasurer);
    await world.sql('delete from people.substitution_function where substitution = $1', [substitution]);
    await world.sql('delete from people.substitution where id = $1', [substitution]);
  });

  test('a superior reserves the final signature; a term is moved', async () => {
    const it = await give('20 z.Mz.\nmir Schlusszeichnung');
    const sign = (await steps(it.order)).find(({ kind }) => kind === 'final-sign')!;
    madeBy(await act(world, reserveSignature, { order: it.order, step: sign.id }, head));
    assert.equal(await act(world, reserveSignature, { order: it.order, step: sign.id }, head), 'circulation.reserved-already');
    const { lock } = await stateOf(it.order);
    assert.equal(
      await act(world, extendStep, { order: it.order, lock, step: sign.id, due: '2026-11-20' }, clerk),
      'circulation.day-is-over',
    );
    madeBy(await act(world, extendStep, { order: it.order, lock, step: sign.id, due: '2026-12-20' }, clerk));
    madeBy(await mark(it.order, 'cosigned', treasurer));
    assert.equal(await mark(it.order, 'signed', clerk), 'circulation.not-your-step');
    madeBy(await mark(it.order, 'signed', head));
  });

  test('what cannot be read does not go out, and a signature needs something to sign', async () => {
    const it = await draft();
    assert.equal(await act(world, startOrder, { ...it, text: '99 z.Mz.' }, clerk), 'circulation.problem.unknown-addressee');
    assert.equal(
      await act(world, startOrder, { case: it.case, document: '', text: '20 z.Mz.' }, clerk),
      'circulation.sign-needs-document',
    );
    madeBy(await act(world, startOrder, { case: it.case, document: '', text: '32.1 z.B.' }, clerk));
    await give('20 z.Mz.', it);
    assert.equal(await act(world, startOrder, { ...it, text: '20 z.Mz.' }, clerk), 'circulation.runs-already');
    assert.equal(await act(world, startOrder, { ...it, text: '20 z.K.' }, treasurer), 'circulation.case-not-found');
  });

  test('a sealed file shows nothing to its seats', async () => {
    const it = await give('20 z.Mz.');
    await world.sql('update records.files set protection = 2 where id = $1', [file]);
    assert.equal(await sees(treasurer, it.document), undefined);
    assert.deepEqual(await ordersSeen(treasurer), []);
    await world.sql('update records.files set protection = 0 where id = $1', [file]);
    assert.ok(await sees(treasurer, it.document));
  });

  describe('a follow-up', () => {
    const row = async (id: string) =>
      (
        await world.sql<{ due: string; state: string; lock: number; woken: boolean }>(
          'select due_on::text as due, state, lock, woken from circulation.follow_ups where id = $1',
          [id],
        )
      )[0]!;

    test('is set by one click, moved, done; it keeps its case open', async () => {
      const { case: caseId } = await draft();
      const id = madeBy(await act(world, setFollowUp, { case: caseId, span: '2w' }, clerk));
      assert.equal((await row(id)).due, '2026-12-08');
      madeBy(await act(world, moveFollowUp, { followUp: id, lock: 1, due: '2026-12-15' }, clerk));
      assert.equal(await act(world, moveFollowUp, { followUp: id, lock: 1, span: '1w' }, clerk), 'circulation.follow-up-changed');
      assert.equal(await act(world, finishFollowUp, { followUp: id, lock: 2 }, treasurer), 'circulation.follow-up-not-found');
      madeBy(await act(world, finishFollowUp, { followUp: id, lock: 2 }, clerk));
      assert.equal((await row(id)).state, 'done');
    });

    test('of a series goes on with its next day until the series ends', async () => {
      const { case: caseId } = await draft();
      const id = madeBy(await act(world, setFollowUp, { case: caseId, due: '2026-11-24', series: 'monthly' }, clerk));
      madeBy(await act(world, finishFollowUp, { followUp: id, lock: 1 }, clerk));
      assert.deepEqual([(await row(id)).due, (await row(id)).state], ['2026-12-24', 'open']);
      madeBy(await act(world, finishFollowUp, { followUp: id, lock: 2, ends: 'series' }, clerk));
      assert.equal((await row(id)).state, 'done');
    });

    test('of an order is put up when its turn comes, and the order goes on when it is done', async () => {
      const it = await give('20 z.Mz.\nWv. 15.1.2027\nzdA');
      madeBy(await mark(it.order, 'cosigned', treasurer));
      const [set] = await world.sql<{ id: string }>('select id from circulation.follow_ups where order_id = $1', [it.order]);
      assert.equal((await row(set!.id)).due, '2027-01-15');
      madeBy(await act(world, finishFollowUp, { followUp: set!.id, lock: 1 }, clerk));
      assert.deepEqual(
        (await steps(it.order)).filter(({ state }) => state === 'current').map(({ kind }) => kind),
        ['close'],
      );
    });

    test('is brought forward when post arrives', async () => {
      const { case: caseId } = await draft();
      const id = madeBy(await act(world, setFollowUp, { case: caseId, span: '3m' }, clerk));
      const source = new Blob(['Nachtrag']).stream();
      await receiveWhole({ runtime: world.runtime, caller: clerk }, { case: caseId, name: 'Nachtrag.txt', key: newId(), source });
      await settled();
      assert.deepEqual([(await row(id)).due, (await row(id)).woken], ['2026-11-24', true]);
    });
  });

  describe('what is seen by office', () => {
    const seenBy = <T>(caller: Caller, work: Parameters<typeof world.runtime.database.read<T>>[2]) =>
      world.runtime.database.read(caller, world.clock.now(), work);

    test('the radar finds an open case without any next step, and no other', async () => {
      const forgotten = await draft();
      const cared = await draft();
      madeBy(await act(world, setFollowUp, { case: cared.case, span: '1m' }, clerk));
      const { cases } = await seenBy(clerk, (tx) => findForgotten(tx, { units: [units.trade] }));
      const ids = cases.map(({ id }) => id);
      assert.deepEqual([ids.includes(forgotten.case), ids.includes(cared.case)], [true, false]);
      assert.deepEqual((await seenBy(treasurer, (tx) => findForgotten(tx, { units: [units.trade] }))).cases, []);
    });

    test('the load of a day is a number, for one’s own units only', async () => {
      const load = (caller: Caller) =>
        seenBy(caller, (tx) => dayLoad(tx, { units: [units.trade], from: '2026-11-24', to: '2027-12-31' }));
      assert.ok((await load(clerk)).length > 0);
      assert.deepEqual(await load(treasurer), []);
    });

    test('lying times stay hidden until five people have signed', async () => {
      const times = () => seenBy(treasurer, (tx) => lyingTimes(tx, { units: [units.treasury], since: '2026-11-01' }));
      const cosigned = await world.sql<{ id: string }>(
        "select id from circulation.steps where label = '20' and mark = 'cosigned' order by id",
      );
      assert.ok(cosigned.length >= 5, String(cosigned.length));
      const sign = (place: number, person: string) =>
        world.sql('update circulation.steps set person = $2, represented = null where id = $1', [cosigned[place]?.id, person]);
      for (const place of cosigned.keys()) await sign(place, persons.treasurer);
      assert.deepEqual(await times(), [], 'one person signed, however often');
      for (const place of [0, 1, 2]) await sign(place, newId());
      assert.deepEqual(await times(), [], 'four are too few');
      await sign(3, newId());
      assert.equal((await times())[0]?.kind, 'cosign', 'the fifth person opens the group');
    });
  });

  describe('one’s own calendar', () => {
    const token = 'a'.repeat(43);
    const fetched = async (secret = token) => world.app.request(`/calendar/${secret}`);

    test('answers whoever knows the address, until it is switched off', async () => {
      assert.equal((await fetched()).status, 404);
      madeBy(await act(world, openCalendar, { token }, clerk));
      const answer = await fetched();
      const text = await answer.text();
      assert.match(answer.headers.get('content-type') ?? '', /text\/calendar/);
      assert.match(text, /SUMMARY:Wieder ansehen 32\.11-0001#\d+ Erlaubnis/);
      assert.equal((await fetched('b'.repeat(43))).status, 404);
      madeBy(await act(world, closeCalendar, {}, clerk));
      assert.equal((await fetched()).status, 404);
    });

    test('says nothing of protected files but that something is due', async () => {
      madeBy(await act(world, openCalendar, { token }, clerk));
      await world.sql("insert into records.file_access (file_id, kind, grantee, writes) values ($1, 'person', $2, true)", [
        file,
        persons.clerk,
      ]);
      await world.sql('update records.files set protection = 1 where id = $1', [file]);
      const text = await (await fetched()).text();
      assert.match(text, /geschützte Akte/);
      assert.doesNotMatch(text, /Erlaubnis/);
      await world.sql('update records.files set protection = 0 where id = $1', [file]);
    });

    test('keeps no secret: only its hash stands in the database', async () => {
      const rows = await world.sql("select 1 from circulation.feeds where encode(token_hash, 'escape') like $1", [`%${token}%`]);
      assert.deepEqual(rows, []);
    });
  });
});
