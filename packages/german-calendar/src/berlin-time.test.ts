// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { endOfDay, instantAt, isInTime, type LocalTime, localDateAt, localTimeAt, startOfDay } from './berlin-time.ts';
import { addDays, weekday } from './date-arithmetic.ts';
import { plainDate } from './plain-date.ts';

const at = (date: string, hour: number, minute: number, second = 0): LocalTime => ({
  date: plainDate(date),
  hour,
  minute,
  second,
});
const HOUR = 3_600_000;

test('late evening in UTC is already the next day in Germany', () => {
  assert.equal(localDateAt(new Date('2026-01-31T22:59:59Z')), '2026-01-31');
  assert.equal(localDateAt(new Date('2026-01-31T23:00:00Z')), '2026-02-01');
  assert.equal(localDateAt(new Date('2026-07-31T21:59:59.999Z')), '2026-07-31');
  assert.equal(localDateAt(new Date('2026-07-31T22:00:00Z')), '2026-08-01');
});

test('a refusal at 23:59 of the last day counts, at midnight it is too late', () => {
  const lastDay = plainDate('2026-04-07');
  assert.equal(isInTime(new Date('2026-04-07T21:59:59.999Z'), lastDay), true);
  assert.equal(isInTime(new Date('2026-04-07T22:00:00Z'), lastDay), false);
  assert.equal(isInTime(instantAt(at('2026-01-15', 23, 59)), plainDate('2026-01-15')), true);
  assert.equal(isInTime(instantAt(at('2026-01-16', 0, 0)), plainDate('2026-01-15')), false);
});

test('the day the clocks go forward has 23 hours, the day they go back 25, every other 24', () => {
  for (let day = plainDate('1996-01-01'); day < '2038-01-01'; day = addDays(day, 1)) {
    const lastSunday = weekday(day) === 7 && Number(day.slice(8)) > 24;
    const expected = lastSunday && day.slice(5, 7) === '03' ? 23 : lastSunday && day.slice(5, 7) === '10' ? 25 : 24;
    assert.equal((endOfDay(day).getTime() - startOfDay(day).getTime()) / HOUR, expected, day);
  }
});

test('midnight before and after the change of the clocks', () => {
  assert.equal(startOfDay(plainDate('2026-03-29')).toISOString(), '2026-03-28T23:00:00.000Z');
  assert.equal(endOfDay(plainDate('2026-03-29')).toISOString(), '2026-03-29T22:00:00.000Z');
  assert.equal(startOfDay(plainDate('2026-10-25')).toISOString(), '2026-10-24T22:00:00.000Z');
  assert.equal(endOfDay(plainDate('2026-10-25')).toISOString(), '2026-10-25T23:00:00.000Z');
});

test('half past two exists twice in autumn and not at all in spring', () => {
  assert.equal(instantAt(at('2026-10-25', 2, 30)).toISOString(), '2026-10-25T00:30:00.000Z');
  assert.equal(instantAt(at('2026-10-25', 2, 30), 'second').toISOString(), '2026-10-25T01:30:00.000Z');
  const skipped = instantAt(at('2026-03-29', 2, 30));
  assert.equal(skipped.toISOString(), '2026-03-29T01:30:00.000Z');
  assert.deepEqual(localTimeAt(skipped), at('2026-03-29', 3, 30));
  assert.equal(instantAt(at('2026-03-29', 1, 59, 59)).toISOString(), '2026-03-29T00:59:59.000Z');
  assert.equal(instantAt(at('2026-03-29', 3, 0)).toISOString(), '2026-03-29T01:00:00.000Z');
});

test('every instant is found again from what the clocks showed', () => {
  const seconds = fc.integer({ min: Date.UTC(1995, 0, 1) / 1_000, max: Date.UTC(2060, 0, 1) / 1_000 });
  const nearChange = fc.integer({ min: -7_200, max: 7_200 }).map((offset) => Date.UTC(2026, 9, 25, 1) / 1_000 + offset);
  fc.assert(
    fc.property(fc.oneof(seconds, nearChange), (second) => {
      const instant = new Date(second * 1_000);
      const shown = localTimeAt(instant);
      const candidates = [instantAt(shown), instantAt(shown, 'second')].map((candidate) => candidate.getTime());
      assert.ok(candidates.includes(instant.getTime()), instant.toISOString());
    }),
  );
});

test('an instant lies within its own German day', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2060, 0, 1) }), (time) => {
      const date = localDateAt(new Date(time));
      assert.ok(startOfDay(date).getTime() <= time && time < endOfDay(date).getTime());
    }),
  );
});
