// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, addWeeks, addYears, dateOfDayNumber, dayNumber, daysBetween, weekday } from './date-arithmetic.ts';
import { longGermanDate, shortGermanDate } from './german-text.ts';
import { dateOf, isPlainDate, partsOf, plainDate } from './plain-date.ts';

const anyDate = fc
  .integer({ min: dayNumber(plainDate('1995-01-01')), max: dayNumber(plainDate('2150-12-31')) })
  .map(dateOfDayNumber);

test('a day that does not exist is no date', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    '1900-02-29',
  ]) {
    assert.equal(isPlainDate(text), false, text);
    assert.throws(() => plainDate(text), RangeError);
  }
  for (const text of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.equal(isPlainDate(text), true, text);
});

test('parts and text are the same date', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      assert.equal(dateOf(partsOf(date)), date);
      assert.equal(dateOfDayNumber(dayNumber(date)), date);
    }),
  );
});

test('the day of the week is the one of the calendar on the wall', () => {
  assert.equal(weekday(plainDate('2026-03-20')), 5);
  assert.equal(weekday(plainDate('2026-11-22')), 7);
  assert.equal(weekday(plainDate('1969-12-29')), 1);
  assert.equal(weekday(plainDate('2000-02-29')), 2);
  fc.assert(fc.property(anyDate, (date) => weekday(date) === (new Date(`${date}T12:00:00Z`).getUTCDay() || 7)));
});

test('adding days is undone by taking them away and counts what lies between', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
      const moved = addDays(date, days);
      assert.equal(addDays(moved, -days), date);
      assert.equal(daysBetween(date, moved), days);
    }),
  );
});

test('a week later is the same day of the week', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -500, max: 500 }), (date, weeks) => weekday(addWeeks(date, weeks)) === weekday(date)),
  );
});

test('a month has the same number or ends with its last day (§ 188 Abs. 3 BGB)', () => {
  const rows = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 6, '2027-02-28'],
  ] as const;
  for (const [from, months, to] of rows) assert.equal(addMonths(plainDate(from), months), to, `${from} + ${months}`);
  assert.equal(addYears(plainDate('2024-02-29'), 1), '2025-02-28');
  assert.equal(addYears(plainDate('2024-02-29'), 4), '2028-02-29');
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, months) => {
      const [before, after] = [partsOf(date), partsOf(addMonths(date, months))];
      assert.equal(after.year * 12 + after.month - (before.year * 12 + before.month), months);
      const nextMonth = partsOf(addDays(addMonths(date, months), 1)).month !== after.month;
      assert.ok(after.day === before.day || (after.day < before.day && nextMonth));
    }),
  );
});

test('dates outside four-digit years are refused, not wrapped', () => {
  assert.throws(() => addDays(plainDate('9999-12-31'), 1), RangeError);
  assert.throws(() => addDays(plainDate('0001-01-01'), -1), RangeError);
});

test('dates are written as in a German letter and a German table', () => {
  assert.equal(longGermanDate(plainDate('2026-03-01')), 'Sonntag, 1. März 2026');
  assert.equal(shortGermanDate(plainDate('2026-03-01')), '01.03.2026');
});
