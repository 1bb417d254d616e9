// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, weekday } from './date-arithmetic.ts';
import { holidayOn } from './holidays.ts';
import { LAENDER } from './land.ts';
import { plainDate } from './plain-date.ts';
import {
  countWorkingDays,
  dayOffReason,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.ts';

const nw = { land: 'NW' } as const;
const day = plainDate;
const anyDate = fc.integer({ min: dayNumber(day('1996-01-01')), max: dayNumber(day('2150-12-31')) }).map(dateOfDayNumber);

test('Christmas Eve and New Year’s Eve are working days, the days between the years too', () => {
  assert.equal(isWorkingDay(day('2026-12-24'), nw), true);
  assert.equal(isWorkingDay(day('2026-12-31'), nw), true);
  assert.equal(isWorkingDay(day('2026-12-29'), nw), true);
});

test('Saturday is a Werktag but no Arbeitstag', () => {
  assert.equal(isWorkingDay(day('2026-03-21'), nw), false);
  assert.equal(isWorkingDay(day('2026-03-21'), nw, 'mon-sat'), true);
  assert.equal(isWorkingDay(day('2026-03-22'), nw, 'mon-sat'), false);
  assert.equal(isWorkingDay(day('2026-12-26'), nw, 'mon-sat'), false);
});

test('the reason of a day off is its holiday before its weekday', () => {
  assert.equal(dayOffReason(day('2026-12-26'), nw), '2. Weihnachtstag');
  assert.equal(dayOffReason(day('2026-04-04'), nw), 'Samstag');
  assert.equal(dayOffReason(day('2026-04-05'), nw), 'Sonntag');
  assert.equal(dayOffReason(day('2026-04-05'), { land: 'BB' }), 'Ostersonntag');
  assert.equal(dayOffReason(day('2026-04-07'), nw), undefined);
});

test('over Easter the next working day is Tuesday, the one before Thursday', () => {
  assert.equal(nextWorkingDay(day('2026-04-02'), nw), '2026-04-07');
  assert.equal(nextWorkingDay(day('2026-04-02'), nw, 'mon-sat'), '2026-04-04');
  assert.equal(previousWorkingDay(day('2026-04-07'), nw), '2026-04-02');
  assert.equal(workingDayOnOrAfter(day('2026-04-03'), nw), '2026-04-07');
  assert.equal(workingDayOnOrAfter(day('2026-04-02'), nw), '2026-04-02');
  assert.equal(workingDayOnOrBefore(day('2026-04-06'), nw), '2026-04-02');
});

test('working days of a year are counted: North Rhine-Westphalia 2026 has 253', () => {
  const year = { from: day('2026-01-01'), to: day('2026-12-31') };
  assert.equal(countWorkingDays(year, nw), 253); // 261 days Monday to Friday less 8 holidays; the other three fall on a weekend
  assert.equal(countWorkingDays({ from: day('2026-02-01'), to: day('2026-01-01') }, nw), 0);
});

test('the next working day is the first one, whatever the Land', () => {
  fc.assert(
    fc.property(
      anyDate,
      fc.constantFrom(...LAENDER),
      fc.constantFrom('mon-fri' as const, 'mon-sat' as const),
      (date, land, week) => {
        const next = nextWorkingDay(date, { land }, week);
        assert.ok(next > date);
        assert.ok(weekday(next) <= (week === 'mon-fri' ? 5 : 6) && !holidayOn(next, { land }));
        assert.equal(countWorkingDays({ from: addDays(date, 1), to: next }, { land }, week), 1);
        assert.equal(previousWorkingDay(next, { land }, week) <= date, true);
      },
    ),
  );
});
