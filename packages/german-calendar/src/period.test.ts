// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, dateOfDayNumber, dayNumber } from './date-arithmetic.ts';
import { type CalendarUnit, endAfterEvent, endFromStartOfDay, startBeforeEvent } from './period.ts';
import { ageOn, beginningOfMonth, daysOfScatteredPeriod, endOfMonth, middleOfMonth } from './period-words.ts';
import { isLeapYear, type PlainDate, partsOf, plainDate } from './plain-date.ts';

const day = plainDate;
const anyDate = fc.integer({ min: dayNumber(day('1995-01-01')), max: dayNumber(day('2150-12-31')) }).map(dateOfDayNumber);
const units: CalendarUnit[] = ['days', 'weeks', 'months', 'quarters', 'half-years', 'years'];
const anyDuration = fc.record({ unit: fc.constantFrom(...units), amount: fc.integer({ min: 1, max: 30 }) });

type Row = [start: string, amount: number, unit: CalendarUnit, end: string];

test('after an event its day does not count (§ 187 Abs. 1, § 188 BGB)', () => {
  const rows: Row[] = [
    ['2026-03-16', 1, 'days', '2026-03-17'],
    ['2026-03-16', 2, 'weeks', '2026-03-30'],
    ['2026-03-16', 1, 'months', '2026-04-16'],
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2024-01-31', 1, 'months', '2024-02-29'],
    ['2026-02-28', 1, 'months', '2026-03-28'],
    ['2026-11-30', 1, 'quarters', '2027-02-28'],
    ['2026-08-31', 1, 'half-years', '2027-02-28'],
    ['2024-02-29', 1, 'years', '2025-02-28'],
    ['2023-02-28', 1, 'years', '2024-02-28'],
  ];
  for (const [start, amount, unit, end] of rows)
    assert.equal(endAfterEvent(day(start), { unit, amount }), end, `${start} + ${amount} ${unit}`);
});

test('from the beginning of a day that day counts (§ 187 Abs. 2, § 188 BGB)', () => {
  const rows: Row[] = [
    ['2026-03-16', 1, 'days', '2026-03-16'],
    ['2026-03-16', 1, 'weeks', '2026-03-22'],
    ['2026-01-01', 1, 'years', '2026-12-31'],
    ['2026-02-01', 1, 'months', '2026-02-28'],
    ['2024-02-01', 1, 'months', '2024-02-29'],
    ['2026-01-15', 1, 'months', '2026-02-14'],
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2026-01-30', 1, 'months', '2026-02-28'],
    ['2026-01-29', 1, 'months', '2026-02-28'],
    ['2026-01-28', 1, 'months', '2026-02-27'],
    ['2026-12-01', 1, 'quarters', '2027-02-28'],
    ['2024-02-29', 1, 'years', '2025-02-28'],
    ['2026-05-31', 1, 'months', '2026-06-30'],
  ];
  for (const [start, amount, unit, end] of rows)
    assert.equal(endFromStartOfDay(day(start), { unit, amount }), end, `${start} + ${amount} ${unit}`);
});

test('a half month is 15 days and is counted last (§ 189 Abs. 2 BGB)', () => {
  assert.equal(endAfterEvent(day('2026-01-31'), { unit: 'months', amount: 1, plusHalfMonth: true }), '2026-03-15');
  assert.equal(endFromStartOfDay(day('2026-02-01'), { unit: 'months', amount: 1, plusHalfMonth: true }), '2026-03-15');
  assert.equal(startBeforeEvent(day('2026-03-31'), { unit: 'months', amount: 1, plusHalfMonth: true }), '2026-02-13');
});

test('counted back, the period covers the days before the event', () => {
  assert.equal(startBeforeEvent(day('2026-07-22'), { unit: 'weeks', amount: 1 }), '2026-07-15');
  assert.equal(startBeforeEvent(day('2026-07-22'), { unit: 'days', amount: 3 }), '2026-07-19');
  assert.equal(startBeforeEvent(day('2026-03-31'), { unit: 'months', amount: 1 }), '2026-02-28');
});

/** § 188 read literally, by walking: the first later day of the right month and number, or the month's last day. */
function walkToNumber(start: PlainDate, months: number, number: number): PlainDate {
  let date = start;
  const monthOf = (value: PlainDate) => partsOf(value).year * 12 + partsOf(value).month;
  while (monthOf(date) < monthOf(start) + months) date = addDays(date, 1);
  while (partsOf(date).day < number && partsOf(addDays(date, 1)).day !== 1) date = addDays(date, 1);
  return date;
}

test('months agree with the law read literally, day by day', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 26 }), (date, months) => {
      const { day: number } = partsOf(date);
      assert.equal(endAfterEvent(date, { unit: 'months', amount: months }), walkToNumber(date, months, number));
      const end = number === 1 ? addDays(walkToNumber(date, months, 1), -1) : walkToNumber(date, months, number - 1);
      assert.equal(endFromStartOfDay(date, { unit: 'months', amount: months }), end);
    }),
  );
});

test('a longer period never ends earlier, a later start never either', () => {
  fc.assert(
    fc.property(anyDate, anyDuration, fc.integer({ min: 0, max: 400 }), (date, duration, later) => {
      for (const end of [endAfterEvent, endFromStartOfDay]) {
        assert.ok(end(date, duration) < end(date, { ...duration, amount: duration.amount + 1 }));
        assert.ok(end(date, duration) <= end(addDays(date, later), duration));
      }
      assert.ok(endAfterEvent(date, duration) > date);
      assert.ok(endFromStartOfDay(date, duration) >= date);
    }),
  );
});

test('units of months are only names for months', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 20 }), (date, amount) => {
      for (const [unit, months] of [
        ['quarters', 3],
        ['half-years', 6],
        ['years', 12],
      ] as const) {
        assert.equal(endAfterEvent(date, { unit, amount }), addMonths(date, amount * months));
      }
    }),
  );
});

test('beginning, middle and end of a month are days of the law (§ 192 BGB)', () => {
  assert.equal(beginningOfMonth({ year: 2028, month: 2 }), '2028-02-01');
  assert.equal(middleOfMonth({ year: 2028, month: 2 }), '2028-02-15');
  assert.equal(endOfMonth({ year: 2028, month: 2 }), '2028-02-29');
  assert.equal(daysOfScatteredPeriod({ years: 1, months: 2 }), 425);
});

test('a year of life is completed on the eve of the birthday (§ 187 Abs. 2 Satz 2 BGB)', () => {
  assert.equal(ageOn(day('2026-06-14'), day('2008-06-15')), 17);
  assert.equal(ageOn(day('2026-06-15'), day('2008-06-15')), 18);
  assert.equal(ageOn(day('2026-02-28'), day('2008-02-29')), 17);
  assert.equal(ageOn(day('2026-03-01'), day('2008-02-29')), 18);
  assert.equal(ageOn(day('2008-06-15'), day('2008-06-15')), 0);
  assert.equal(ageOn(day('2026-01-01'), day('2025-12-31')), 0);
  assert.throws(() => ageOn(day('2008-06-14'), day('2008-06-15')), RangeError);
  assert.ok(isLeapYear(2008));
});
