// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ForwardRule, type PlainDate, plainDate } from '@fachwerk/german-calendar';
import { callerOf, openWorld, type World } from '../../../test/world.ts';
import { execute } from '../command.ts';
import type { Identity, Tx } from '../database.ts';
import { newId } from '../id.ts';
import { startReactions } from '../reactions.ts';
import { Refusal } from '../refusal.ts';
import {
  changeHoliday,
  changeHolidaysPermission,
  closeDeadline,
  type DeadlineBeginning,
  deadlineExplained,
  deadlinesOf,
  dueDeadlines,
  findDeadline,
  moveDeadline,
  movedDeadlines,
  resumeDeadline,
  startDeadline,
  suspendDeadline,
  type TrackedDeadline,
  whenHolidayIsChangedMoveDeadlines,
} from './index.ts';

const day = plainDate;
const reader = '0190a000-0000-7000-8000-000000000001';
const stranger = '0190a000-0000-7000-8000-000000000002';
const file = '0190a000-0000-7000-8000-00000000f11e';
const unit = '0190a000-0000-7000-8000-0000000000e1';
const rule: ForwardRule = {
  id: 'answer',
  name: 'Antwortfrist',
  legalSource: '§ 1 Test',
  unit: 'weeks',
  amount: 2,
  startKind: 'event',
  extendOnHoliday: true,
};

describe('deadlines under watch', () => {
  let world: World;
  const system: Identity = { person: null, system: 'kernel.deadlines' };
  const act = <T>(work: (tx: Tx) => Promise<T>, as: Identity = system) =>
    world.runtime.database.transaction(as, world.clock.now(), work);
  const subject = (): `matter:${string}` => `matter:${newId()}`;
  const begin = (start: PlainDate, more: Partial<DeadlineBeginning> = {}, as: Identity = system) =>
    act(
      (tx) =>
        startDeadline(tx, {
          id: newId(),
          subject: subject(),
          file,
          unit,
          rule,
          startLabel: 'Eingang',
          start,
          place: { land: 'NW', municipality: '05913000', localHolidays: [] },
          ...more,
        }),
      as,
    );
  const dueOf = async ({ id }: TrackedDeadline) => (await act((tx) => findDeadline(tx, id)))?.due;

  before(async () => {
    world = await openWorld();
    await world.sql('create schema demo');
    await world.sql('create table demo.readable (person uuid, file uuid)');
    await world.sql('insert into demo.readable values ($1, $2)', [reader, file]);
    await world.sql('grant usage on schema demo to fachwerk_app');
    await world.sql('grant select on demo.readable to fachwerk_app');
    const own = 'file_id in (select file from demo.readable where person = kernel.person())';
    await world.sql(`call kernel.open_deadlines('matter', '${own}', '${own}')`);
  });
  after(() => world.close());

  test('a deadline comes back from the database as it went in', async () => {
    const begun = await begin(day('2026-06-08'), {
      place: { land: 'BY', municipality: '09761000', localHolidays: ['augsburg-peace-festival'] },
    });
    assert.equal(begun.due, '2026-06-22');
    assert.deepEqual(await act((tx) => findDeadline(tx, begun.id)), begun);
    assert.deepEqual(await act((tx) => deadlinesOf(tx, begun.subject)), [begun]);
  });

  test('it rests, runs on and is met, each step kept', async () => {
    const { id } = await begin(day('2026-06-08'));
    await act((tx) => suspendDeadline(tx, id, { from: day('2026-06-10'), reason: 'demo.incomplete' }));
    assert.equal((await act((tx) => findDeadline(tx, id)))?.state, 'suspended');
    const resumed = await act((tx) => resumeDeadline(tx, id, day('2026-06-12')));
    assert.equal(resumed instanceof Refusal ? resumed.reason : resumed.due, '2026-06-25');
    assert.deepEqual(await act((tx) => findDeadline(tx, id)), resumed);
    const explained = await act((tx) => deadlineExplained(tx, id));
    assert.ok(explained?.steps.some(({ key }) => key === 'suspended'));
    await act((tx) => closeDeadline(tx, id, { outcome: 'met', on: day('2026-06-25') }));
    const closed = await act((tx) => findDeadline(tx, id));
    assert.deepEqual([closed?.state, closed?.closedOn, closed?.due], ['met', '2026-06-25', '2026-06-25']);
    const late = await act((tx) => closeDeadline(tx, id, { outcome: 'cancelled', on: day('2026-06-26') }));
    assert.ok(late instanceof Refusal && late.reason === 'kernel.deadline.closed');
  });

  test('who may not see the subject sees no deadline and can change none', async () => {
    const { id } = await begin(day('2026-06-08'), {}, { person: reader });
    const foreign = await begin(day('2026-06-08'), { subject: `secret:${newId()}` });
    const seen = (person: string, wanted: string) => act((tx) => findDeadline(tx, wanted), { person });
    assert.equal((await seen(reader, id))?.id, id);
    assert.equal(await seen(stranger, id), undefined);
    assert.equal(await seen(reader, foreign.id), undefined, 'a kind that no module opened is closed to everyone');
    assert.deepEqual(await act((tx) => dueDeadlines(tx, { until: day('2027-12-31'), limit: 10 }), { person: stranger }), []);
    const change = await act((tx) => suspendDeadline(tx, id, { from: day('2026-06-10') }), { person: stranger });
    assert.ok(change instanceof Refusal && change.kind === 'not-found');
    await assert.rejects(begin(day('2026-06-08'), {}, { person: stranger }), { code: '42501' });
  });

  test('what is due is listed by day and unit, page by page', async () => {
    const other = newId();
    const dues = ['2026-09-07', '2026-09-01', '2026-09-02', '2026-09-02'].map((start) => begin(day(start), { unit: other }));
    const begun = await Promise.all(dues);
    const list = (until: string, more: { limit?: number; after?: { due: PlainDate; id: string } } = {}) =>
      act((tx) => dueDeadlines(tx, { until: day(until), units: [other], limit: 10, ...more }));
    assert.deepEqual(
      (await list('2026-09-16')).map(({ due }) => due),
      ['2026-09-15', '2026-09-16', '2026-09-16'],
    );
    const [first, second] = await list('2026-12-31', { limit: 2 });
    const rest = await list('2026-12-31', { limit: 2, after: { due: second!.due!, id: second!.id } });
    assert.deepEqual([first, second, ...rest].map((deadline) => deadline!.id).sort(), begun.map(({ id }) => id).sort());
    await act((tx) => suspendDeadline(tx, first!.id, { from: day('2026-09-05') }));
    assert.equal((await list('2026-09-16')).length, 2, 'a resting deadline is due on no day');
    await act((tx) => closeDeadline(tx, second!.id, { outcome: 'met', on: day('2026-09-10') }));
    assert.equal((await list('2026-09-16')).length, 1, 'what is done is due no more');
  });

  test('a new holiday moves the deadlines of its Land and journals each; taken back, they return', async () => {
    const hit = await begin(day('2031-09-03'));
    const elsewhere = await begin(day('2031-09-03'), { place: { land: 'HE', municipality: '', localHolidays: [] } });
    const met = await begin(day('2031-09-03'));
    await act((tx) => closeDeadline(tx, met.id, { outcome: 'met', on: day('2031-09-10') }));
    assert.equal(hit.due, '2031-09-17');
    const reactions = startReactions(world.runtime, [whenHolidayIsChangedMoveDeadlines]);
    const may = callerOf(reader, [changeHolidaysPermission]);
    const change = async (kind: string, key: string) => {
      const input = { land: 'NW', date: '2031-09-17', change: kind, name: 'Landesjubiläum', source: 'Gesetz vom 01.02.2031' };
      const outcome = await execute(world.runtime, changeHoliday, input, may, { key });
      if (!(outcome instanceof Refusal)) {
        await world.runtime.journal.integrated(outcome.entries);
        await reactions.catchUp();
      }
      return outcome;
    };
    assert.ok(!((await change('added', 'holiday-is-added-now')) instanceof Refusal));
    assert.deepEqual([await dueOf(hit), await dueOf(elsewhere), await dueOf(met)], ['2031-09-18', '2031-09-17', '2031-09-17']);
    const again = await change('added', 'holiday-is-added-again');
    assert.ok(again instanceof Refusal && again.reason === 'kernel.deadline.same-holiday');
    const explained = await act((tx) => deadlineExplained(tx, hit.id));
    assert.match(explained?.steps.map(({ text }) => text).join(' ') ?? '', /Landesjubiläum/);
    assert.ok(!((await change('as-by-law', 'holiday-is-withdrawn')) instanceof Refusal));
    await reactions.stop();
    assert.equal(await dueOf(hit), '2031-09-17');
    const entries = await world.sql<{ header: string }>(
      `select header from journal.inbox union all select header from journal.leaf`,
    );
    const moves = entries
      .map(({ header }) => JSON.parse(header) as { act: string; object: string; file?: string })
      .filter(({ act }) => act === 'kernel.deadline-moved');
    assert.deepEqual(
      moves.map(({ object, file }) => [object, file]),
      [
        [`deadline:${hit.id}`, file],
        [`deadline:${hit.id}`, file],
      ],
    );
  });

  test('a holiday that changes nothing, or lacks its law, is refused', async () => {
    const may = callerOf(reader, [changeHolidaysPermission]);
    const enter = (input: object) => execute(world.runtime, changeHoliday, input, may, { key: `holiday-${newId()}` });
    const entry = { land: 'NW', date: '2031-12-25', change: 'added', name: 'Weihnachten', source: 'Gesetz' };
    const reason = async (input: object) => ((await enter(input)) as Refusal).reason;
    assert.equal(await reason(entry), 'kernel.deadline.by-law-already');
    assert.equal(await reason({ ...entry, date: '2031-12-28', change: 'dropped' }), 'kernel.deadline.by-law-already');
    assert.equal(await reason({ ...entry, date: '2031-12-28', change: 'as-by-law' }), 'kernel.deadline.no-such-change');
    const nameless = (await enter({ ...entry, date: '2031-12-28', name: '', source: ' ' })) as Refusal;
    assert.deepEqual(nameless.fields, { name: 'kernel.invalid.missing', source: 'kernel.invalid.missing' });
    for (const wrong of [
      { land: 'XX' },
      { date: '2031-02-29' },
      { date: '1990-01-01' },
      { municipality: '123' },
      { change: 'maybe' },
    ]) {
      assert.equal(await reason({ ...entry, ...wrong }), 'kernel.invalid-input');
    }
  });

  test('a new version of a rule moves only deadlines that began under it, and only as background work', async () => {
    const own: ForwardRule = { ...rule, id: 'changing' };
    const [old, fresh] = [await begin(day('2026-03-02'), { rule: own }), await begin(day('2026-04-01'), { rule: own })];
    const longer: ForwardRule = { ...own, amount: 3, legalSource: '§ 1 Test n. F.' };
    const moves = await act((tx) => movedDeadlines(tx, { rule: longer, startedFrom: day('2026-04-01') }));
    assert.deepEqual(
      moves.map(({ deadline, from, to }) => [deadline.id, from, to]),
      [[fresh.id, '2026-04-15', '2026-04-22']],
    );
    const input = { id: fresh.id, rule: longer };
    const byPerson = await execute(world.runtime, moveDeadline, input, callerOf(reader, ['kernel.move-deadline']), {
      key: 'a-person-moves-a-deadline',
    });
    assert.ok(byPerson instanceof Refusal && byPerson.kind === 'not-permitted');
    const background = { ...callerOf(null, ['kernel.move-deadline']), system: 'demo.rules' };
    assert.ok(
      !((await execute(world.runtime, moveDeadline, input, background, { key: 'a-rule-moves-a-deadline' })) instanceof Refusal),
    );
    const moved = await act((tx) => findDeadline(tx, fresh.id));
    assert.deepEqual([moved?.due, moved?.rule.legalSource], ['2026-04-22', '§ 1 Test n. F.']);
    assert.equal(await dueOf(old), '2026-03-16');
  });

  test('every table and column of deadlines has its German comment', async () => {
    const bare = await world.sql(
      `select c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
        where n.nspname = 'kernel' and c.relname in ('deadline', 'holiday_change') and c.relkind = 'r'
          and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)`,
    );
    assert.deepEqual(bare, []);
  });
});
