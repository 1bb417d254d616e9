// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { computeDeadline } from './compute-deadline.ts';
import { addDays, dateOfDayNumber, dayNumber, daysBetween } from './date-arithmetic.ts';
import type { ForwardRule } from './deadline-rule.ts';
import { LAENDER } from './land.ts';
import { endAfterEvent } from './period.ts';
import { plainDate } from './plain-date.ts';
import { joinSuspensions, type Suspension } from './suspension.ts';
import { isWorkingDay } from './working-days.ts';

const day = plainDate;
const span = (from: string, to?: string): Suspension => ({ from: day(from), to: to === undefined ? undefined : day(to) });
const rule: ForwardRule = {
  id: 'x',
  name: 'Frist',
  legalSource: '§ 1 Test',
  unit: 'weeks',
  amount: 2,
  startKind: 'event',
  extendOnHoliday: true,
};

function outcome(start: string, suspensions: Suspension[], more: Partial<ForwardRule> = {}): string {
  const result = computeDeadline({ ...rule, ...more }, day(start), { place: { land: 'NW' }, suspensions });
  return result.kind === 'dated' ? result.end : `rests since ${result.since}`;
}

test('suspended days are added at the end', () => {
  assert.equal(outcome('2026-06-08', []), '2026-06-22');
  assert.equal(outcome('2026-06-08', [span('2026-06-10', '2026-06-12')]), '2026-06-25');
  assert.equal(outcome('2026-06-08', [span('2026-06-10', '2026-06-10')]), '2026-06-23');
});

test('a suspension before the start or after the end changes nothing', () => {
  assert.equal(outcome('2026-06-08', [span('2026-05-01', '2026-06-08')]), '2026-06-22');
  assert.equal(outcome('2026-06-08', [span('2026-06-23')]), '2026-06-22');
  assert.equal(outcome('2026-06-08', [span('2026-05-01', '2026-06-09')]), '2026-06-23');
});

test('overlapping suspensions are not counted twice', () => {
  assert.equal(outcome('2026-06-08', [span('2026-06-10', '2026-06-12'), span('2026-06-11', '2026-06-13')]), '2026-06-26');
  assert.deepEqual(joinSuspensions([span('2026-03-05', '2026-03-06'), span('2026-03-01', '2026-03-04'), span('2026-03-10')]), [
    { from: '2026-03-01', to: '2026-03-06' },
    { from: '2026-03-10', to: undefined },
  ]);
  assert.deepEqual(joinSuspensions([span('2026-03-01'), span('2026-03-05', '2026-03-06')]), [
    { from: '2026-03-01', to: undefined },
  ]);
  assert.throws(() => joinSuspensions([span('2026-03-02', '2026-03-01')]), RangeError);
});

test('the later end may reach into the next suspension', () => {
  assert.equal(outcome('2026-06-08', [span('2026-06-10', '2026-06-12'), span('2026-06-24', '2026-06-24')]), '2026-06-26');
});

test('while a suspension lasts there is no end, and the explanation says so', () => {
  assert.equal(outcome('2026-06-08', [span('2026-06-10')]), 'rests since 2026-06-10');
  assert.equal(outcome('2026-06-08', [span('2026-06-22')]), 'rests since 2026-06-22');
  const result = computeDeadline(rule, day('2026-06-08'), { place: { land: 'NW' }, suspensions: [span('2026-06-10')] });
  assert.equal(
    result.steps.at(-1)?.text,
    'Die Frist ruht seit Mittwoch, 10. Juni 2026. Ein Ende steht erst fest, wenn sie weiterläuft.',
  );
});

test('suspended working days are not counted', () => {
  const workdays = { unit: 'working-days', amount: 10 } as const;
  assert.equal(outcome('2026-06-08', [], workdays), '2026-06-22');
  assert.equal(outcome('2026-06-08', [span('2026-06-11', '2026-06-15')], workdays), '2026-06-25');
  assert.equal(outcome('2026-06-08', [span('2026-06-13', '2026-06-14')], workdays), '2026-06-22');
  assert.equal(outcome('2026-06-08', [span('2026-06-20')], workdays), 'rests since 2026-06-20');
});

test('an end on a day off does not move into a suspension', () => {
  assert.equal(outcome('2026-06-06', [span('2026-06-22', '2026-06-23')]), '2026-06-24'); // the 20th is a Saturday
  assert.equal(outcome('2026-06-06', [span('2026-06-21')]), 'rests since 2026-06-21');
});

test('each suspension is a step of the explanation with its days', () => {
  const result = computeDeadline(rule, day('2026-06-08'), {
    place: { land: 'NW' },
    suspensions: [span('2026-06-10', '2026-06-12')],
  });
  assert.match(result.steps[2]?.text ?? '', /Gehemmt vom 10\.06\.2026 bis 12\.06\.2026: 3 Tage/);
  assert.equal(result.steps[2]?.values['days'], 3);
});

const anyStart = fc.integer({ min: dayNumber(day('1996-01-01')), max: dayNumber(day('2100-12-31')) }).map(dateOfDayNumber);
const anyRule = fc.record({
  unit: fc.constantFrom('days', 'weeks', 'months', 'working-days' as const),
  amount: fc.integer({ min: 1, max: 15 }),
  startKind: fc.constantFrom('event' as const, 'start-of-day' as const),
  extendOnHoliday: fc.boolean(),
}) as fc.Arbitrary<Partial<ForwardRule>>;
const anySpans = fc.array(fc.record({ after: fc.integer({ min: -40, max: 200 }), length: fc.integer({ min: 0, max: 40 }) }), {
  maxLength: 5,
});

test('the due date lies after the event, is a working day when the rule says so, and is never suspended', () => {
  fc.assert(
    fc.property(anyStart, anyRule, anySpans, fc.constantFrom(...LAENDER), (start, more, offsets, land) => {
      const suspensions = offsets.map(({ after, length }) => ({
        from: addDays(start, after),
        to: addDays(start, after + length),
      }));
      const result = computeDeadline({ ...rule, ...more }, start, { place: { land }, suspensions });
      if (result.kind !== 'dated') return assert.fail('no suspension is open');
      assert.ok(more.startKind === 'event' ? result.end > start : result.end >= start);
      assert.ok(result.end >= result.period.last);
      if (more.extendOnHoliday) assert.ok(isWorkingDay(result.end, { land }));
      else assert.equal(result.end, result.period.last);
      assert.ok(!suspensions.some(({ from, to }) => from <= result.end && result.end <= to), result.end);
    }),
  );
});

test('exactly as many days run as without suspension: counted one by one', () => {
  fc.assert(
    fc.property(anyStart, fc.integer({ min: 1, max: 12 }), anySpans, (start, months, offsets) => {
      const suspensions = offsets.map(({ after, length }) => ({
        from: addDays(start, after),
        to: addDays(start, after + length),
      }));
      const unsuspended = endAfterEvent(start, { unit: 'months', amount: months });
      let left = daysBetween(start, unsuspended);
      let expected = start;
      while (left > 0) {
        expected = addDays(expected, 1);
        if (!suspensions.some(({ from, to }) => from <= expected && expected <= to)) left -= 1;
      }
      const result = computeDeadline({ ...rule, unit: 'months', amount: months }, start, { place: { land: 'NW' }, suspensions });
      assert.equal(result.kind === 'dated' && result.period.last, expected);
    }),
  );
});
