// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BackwardRule, type ForwardRule, OBJECTION, plainDate } from '@fachwerk/german-calendar';
import { Refusal } from '../refusal.ts';
import { begin, close, computeAgain, type DeadlineBeginning, explainDeadline, isOver, resume, suspend } from './rules.ts';
import { deadlineTexts } from './texts.ts';
import type { StoredHolidayChange, TrackedDeadline } from './tracked-deadline.ts';

const day = plainDate;
const twoWeeks: ForwardRule = {
  id: 'answer',
  name: 'Antwortfrist',
  legalSource: '§ 1 Test',
  unit: 'weeks',
  amount: 2,
  startKind: 'event',
  extendOnHoliday: true,
};
const summons: BackwardRule = {
  id: 'summons',
  name: 'Ladungsfrist',
  legalSource: '§ 2 Test',
  unit: 'weeks',
  amount: 1,
  direction: 'backward',
  lastDay: 'before-period',
  onHoliday: 'keep',
};

const beginning: DeadlineBeginning = {
  id: '0190a000-0000-7000-8000-0000000000d1',
  subject: 'case:0190a000-0000-7000-8000-0000000000c1',
  rule: twoWeeks,
  startLabel: 'Eingang',
  start: day('2026-06-08'),
  place: { land: 'NW', municipality: '05913000', localHolidays: [] },
};
const running = begin(beginning, []);

function accepted(outcome: TrackedDeadline | Refusal): TrackedDeadline {
  return outcome instanceof Refusal ? assert.fail(outcome.reason) : outcome;
}

function refused(outcome: TrackedDeadline | Refusal, reason: string): void {
  assert.ok(outcome instanceof Refusal, 'should have been refused');
  assert.equal(outcome.reason, `kernel.deadline.${reason}`);
  assert.ok(deadlineTexts.de[outcome.reason], 'the refusal has a German text');
}

const holiday = (date: string, more: Partial<StoredHolidayChange> = {}): StoredHolidayChange => ({
  id: 'x',
  land: 'NW',
  municipality: '',
  date: day(date),
  change: 'added',
  name: 'Landesfest',
  source: 'Gesetz',
  ...more,
});

test('a deadline begins with its due date and the rule as it is now', () => {
  assert.equal(running.due, '2026-06-22');
  assert.equal(running.state, 'running');
  assert.equal(begin({ ...beginning, rule: summons, start: day('2026-07-22') }, []).due, '2026-07-14');
});

test('while it rests there is no due date; afterwards the suspended days are added', () => {
  const resting = accepted(suspend(running, { from: day('2026-06-10'), reason: 'demo.incomplete' }, []));
  assert.deepEqual([resting.state, resting.due], ['suspended', undefined]);
  const again = accepted(resume(resting, day('2026-06-12'), []));
  assert.deepEqual([again.state, again.due], ['running', '2026-06-25']);
  assert.deepEqual(again.suspensions, [{ from: '2026-06-10', to: '2026-06-12', reason: 'demo.incomplete' }]);
  const twice = accepted(resume(accepted(suspend(again, { from: day('2026-06-24') }, [])), day('2026-06-24'), []));
  assert.equal(twice.due, '2026-06-26');
});

test('only a running deadline can rest, and only within its time', () => {
  const resting = accepted(suspend(running, { from: day('2026-06-10') }, []));
  refused(suspend(resting, { from: day('2026-06-11') }, []), 'not-running');
  refused(suspend(running, { from: day('2026-06-07') }, []), 'suspended-before-start');
  refused(suspend(running, { from: day('2026-06-23') }, []), 'already-over');
  refused(suspend(begin({ ...beginning, rule: summons }, []), { from: day('2026-06-08') }, []), 'cannot-rest');
  refused(resume(running, day('2026-06-12'), []), 'not-suspended');
  refused(resume(resting, day('2026-06-09'), []), 'resumed-before-suspended');
  assert.throws(() => suspend(running, { from: day('2026-06-10'), reason: 'Frau Müller ist krank' }, []), /text key/);
});

test('an act on the last day is in time, the day after the deadline has expired', () => {
  assert.equal(accepted(close(running, 'met', day('2026-06-22'))).state, 'met');
  refused(close(running, 'met', day('2026-06-23')), 'already-over');
  refused(close(running, 'expired', day('2026-06-22')), 'not-over-yet');
  assert.equal(accepted(close(running, 'expired', day('2026-06-23'))).closedOn, '2026-06-23');
  assert.equal(isOver(running, day('2026-06-22')), false);
  assert.equal(isOver(running, day('2026-06-23')), true);
});

test('a resting deadline cannot expire, but can be met or cancelled; a closed one stays closed', () => {
  const resting = accepted(suspend(running, { from: day('2026-06-10') }, []));
  refused(close(resting, 'expired', day('2027-01-01')), 'not-over-yet');
  assert.equal(accepted(close(resting, 'met', day('2027-01-01'))).state, 'met');
  const cancelled = accepted(close(running, 'cancelled', day('2026-06-10')));
  refused(close(cancelled, 'met', day('2026-06-10')), 'closed');
  refused(suspend(cancelled, { from: day('2026-06-10') }, []), 'not-running');
  assert.equal(computeAgain(cancelled, [holiday('2026-06-22')]), cancelled);
});

test('a new holiday moves the end where it holds and nowhere else', () => {
  assert.equal(computeAgain(running, [holiday('2026-06-22')]).due, '2026-06-23');
  assert.equal(computeAgain(running, [holiday('2026-06-22', { municipality: '05913000' })]).due, '2026-06-23');
  assert.equal(computeAgain(running, [holiday('2026-06-22', { municipality: '05111000' })]).due, '2026-06-22');
  assert.equal(computeAgain(running, [holiday('2026-06-22', { land: 'HE' })]).due, '2026-06-22');
});

test('a changed rule moves the end, an unchanged one does not', () => {
  assert.equal(computeAgain(running, [], { ...twoWeeks, amount: 3 }).due, '2026-06-29');
  assert.deepEqual(computeAgain(running, []), running);
});

test('the explanation is the one of the calendar, with the holiday entered later', () => {
  const objection = begin({ ...beginning, rule: OBJECTION, startLabel: 'Bekanntgabe', start: day('2026-05-22') }, [
    holiday('2026-06-22'),
  ]);
  assert.equal(objection.due, '2026-06-23');
  assert.match(
    explainDeadline(objection, [holiday('2026-06-22')])
      .map(({ text }) => text)
      .join(' '),
    /Bekanntgabe am Freitag.*Landesfest/,
  );
});
