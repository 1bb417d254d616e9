// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { weekday } from './date-arithmetic.ts';
import { easterSunday } from './easter.ts';
import { COVERED_YEARS, type HolidayChange, holidayOn, holidaysOf, type Place, possibleLocalHolidays } from './holidays.ts';
import { isLand, LAENDER, type Land, landName, landOfMunicipalityKey } from './land.ts';
import { partsOf, plainDate } from './plain-date.ts';

/** Computus of Meeus, Jones and Butcher: another way to the same day. */
function easterByMeeus(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

test('Easter falls on the known Sundays, also in the years of the two exceptions', () => {
  const known =
    '2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 1954-04-18 1981-04-19 2049-04-18 2076-04-19 1818-03-22 1943-04-25';
  for (const day of known.split(' ')) assert.equal(easterSunday(Number(day.slice(0, 4))), day);
  for (let year = 1583; year <= 4099; year += 1) assert.equal(easterSunday(year), easterByMeeus(year));
});

/** Number of public holidays 2020, 2021 … 2030. */
const from2020to2030: Record<Land, string> = {
  BW: '12 12 12 12 12 12 12 12 12 12 12',
  BY: '12 12 12 12 12 12 12 12 12 12 12',
  BE: '11 10 10 10 10 11 10 10 11 10 10',
  BB: '12 12 12 12 12 12 12 12 12 12 12',
  HB: '10 10 10 10 10 10 10 10 10 10 10',
  HH: '10 10 10 10 10 10 10 10 10 10 10',
  HE: '10 10 10 10 10 10 10 10 10 10 10',
  MV: '10 10 10 11 11 11 11 11 11 11 11',
  NI: '10 10 10 10 10 10 10 10 10 10 10',
  NW: '11 11 11 11 11 11 11 11 11 11 11',
  RP: '11 11 11 11 11 11 11 11 11 11 11',
  SL: '12 12 12 12 12 12 12 12 12 12 12',
  SN: '11 11 11 11 11 11 11 11 11 11 11',
  ST: '11 11 11 11 11 11 11 11 11 11 11',
  SH: '10 10 10 10 10 10 10 10 10 10 10',
  TH: '11 11 11 11 11 11 11 11 11 11 11',
};

test('each Land has its number of holidays from 2020 to 2030', () => {
  for (const land of LAENDER) {
    const counts = Array.from({ length: 11 }, (_, index) => holidaysOf(2020 + index, { land }).length);
    assert.equal(counts.join(' '), from2020to2030[land], landName(land));
  }
});

test('single days are holidays where the law says so and nowhere else', () => {
  const rows: [day: string, laender: string][] = [
    ['2026-01-06', 'BW BY ST'],
    ['2018-03-08', ''],
    ['2019-03-08', 'BE'],
    ['2022-03-08', 'BE'],
    ['2023-03-08', 'BE MV'],
    ['2024-03-31', 'BB'],
    ['2024-05-19', 'BB'],
    ['2019-05-08', ''],
    ['2020-05-08', 'BE'],
    ['2025-05-08', 'BE'],
    ['2026-05-08', ''],
    ['2028-06-17', 'BE'],
    ['2027-06-17', ''],
    ['2026-06-04', 'BW BY HE NW RP SL'],
    ['2026-08-08', ''],
    ['2026-08-15', 'SL'],
    ['2018-09-20', ''],
    ['2019-09-20', 'TH'],
    ['2016-10-31', 'BB MV SN ST TH'],
    ['2017-10-31', LAENDER.join(' ')],
    ['2018-10-31', 'BB HB HH MV NI SH SN ST TH'],
    ['2030-10-31', 'BB HB HH MV NI SH SN ST TH'],
    ['2027-11-01', 'BW BY NW RP SL'],
    ['2020-11-18', 'SN'],
    ['2023-11-22', 'SN'],
    ['2028-11-22', 'SN'],
    ['2029-11-21', 'SN'],
    ['1995-11-22', 'SN'],
    ['2026-12-24', ''],
    ['2026-12-31', ''],
  ];
  for (const [day, laender] of rows) {
    const found = LAENDER.filter((land) => holidayOn(plainDate(day), { land }));
    assert.deepEqual(found.sort(), laender.split(' ').filter(Boolean).sort(), day);
  }
});

test('nine holidays hold in every Land in every year', () => {
  const common =
    'new-year good-friday easter-monday labour-day ascension-day whit-monday german-unity-day christmas-day second-christmas-day'.split(
      ' ',
    );
  for (const land of LAENDER) {
    for (const year of [1995, 2020, 2026, 2030, 2199]) {
      const ids = new Set<string>(holidaysOf(year, { land }).map(({ id }) => id));
      for (const id of common) assert.ok(ids.has(id), `${id} ${land} ${year}`);
    }
  }
});

test('Buß- und Bettag is the Wednesday before 23 November', () => {
  for (let year = COVERED_YEARS.first; year <= COVERED_YEARS.last; year += 1) {
    const day = holidaysOf(year, { land: 'SN' }).find(({ id }) => id === 'repentance-day')?.date ?? assert.fail();
    assert.equal(weekday(day), 3);
    assert.ok(day >= `${year}-11-16` && day <= `${year}-11-22`, day);
  }
});

test('a municipality has its local holidays, its neighbour has not', () => {
  const augsburg: Place = { land: 'BY', local: ['augsburg-peace-festival', 'assumption-day'] };
  const crostwitz: Place = { land: 'SN', local: ['corpus-christi'] };
  const heiligenstadt: Place = { land: 'TH', local: ['corpus-christi'] };
  assert.equal(holidayOn(plainDate('2025-08-08'), augsburg)?.name, 'Augsburger Hohes Friedensfest');
  assert.equal(holidayOn(plainDate('2025-08-15'), augsburg)?.name, 'Mariä Himmelfahrt');
  assert.equal(holidaysOf(2025, augsburg).length, 14);
  assert.equal(holidayOn(plainDate('2025-08-15'), { land: 'BY' }), undefined);
  for (const place of [crostwitz, heiligenstadt]) {
    assert.equal(holidayOn(plainDate('2026-06-04'), place)?.name, 'Fronleichnam');
    assert.equal(holidayOn(plainDate('2026-06-04'), { land: place.land }), undefined);
  }
});

test('a local holiday of another Land is refused', () => {
  assert.throws(() => holidaysOf(2026, { land: 'NW', local: ['assumption-day'] }), /Nordrhein-Westfalen/);
  assert.deepEqual(possibleLocalHolidays('BY'), ['augsburg-peace-festival', 'assumption-day']);
  assert.deepEqual(possibleLocalHolidays('HE'), []);
});

test('a holiday ordered after this release can be entered, one abolished can be taken out', () => {
  const change = (date: string, kind: HolidayChange['change']): HolidayChange => ({
    date: plainDate(date),
    change: kind,
    name: 'Landesjubiläum',
    source: 'Gesetz vom …',
  });
  const place: Place = { land: 'HE', changes: [change('2031-09-17', 'added'), change('2031-06-12', 'dropped')] };
  assert.deepEqual(holidayOn(plainDate('2031-09-17'), place), {
    date: '2031-09-17',
    id: 'other',
    name: 'Landesjubiläum',
    source: 'Gesetz vom …',
  });
  assert.equal(holidayOn(plainDate('2031-06-12'), { land: 'HE' })?.name, 'Fronleichnam');
  assert.equal(holidayOn(plainDate('2031-06-12'), place), undefined);
  assert.equal(holidayOn(plainDate('2032-09-17'), place), undefined);
  assert.equal(holidaysOf(2031, place).length, 10);
});

test('a year without known law is refused instead of guessed', () => {
  assert.throws(() => holidaysOf(1994, { land: 'NW' }), RangeError);
  assert.throws(() => holidayOn(plainDate('2200-01-01'), { land: 'NW' }), RangeError);
});

test('the list of a year is in order, within the year, and agrees with the single day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LAENDER), fc.integer({ min: COVERED_YEARS.first, max: COVERED_YEARS.last }), (land, year) => {
      const days = holidaysOf(year, { land }).map(({ date }) => date);
      assert.deepEqual(days, [...days].sort());
      for (const day of days) {
        assert.equal(partsOf(day).year, year);
        assert.ok(holidayOn(day, { land }));
      }
    }),
  );
});

test('the municipality key leads to its Land', () => {
  assert.equal(landOfMunicipalityKey('05913000'), 'NW');
  assert.equal(landOfMunicipalityKey('06635'), undefined);
  assert.equal(landOfMunicipalityKey('06635022'), 'HE');
  assert.equal(landOfMunicipalityKey('01'), 'SH');
  assert.equal(landOfMunicipalityKey('16061045'), 'TH');
  assert.equal(landOfMunicipalityKey('17000000'), undefined);
  assert.equal(landOfMunicipalityKey('00'), undefined);
  assert.equal(isLand('toString'), false);
  assert.equal(LAENDER.length, 16);
});
