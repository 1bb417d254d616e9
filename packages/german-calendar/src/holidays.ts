// SPDX-License-Identifier: EUPL-1.2
import { easterSunday } from './easter.ts';
import { HOLIDAY_LAW, type HolidayId, type HolidayLaw, type LocalHolidayId, type Validity } from './holiday-law.ts';
import { type Land, landName } from './land.ts';
import { type PlainDate, partsOf } from './plain-date.ts';

/** First and last year for which holidays are known: before 1995 Buß- und Bettag was a holiday elsewhere too; later years follow the law as it stands. */
export const COVERED_YEARS = { first: 1995, last: 2199 } as const;

/** Day up to which changes of the holiday laws are taken into account; newer ones are entered as {@link HolidayChange}. */
export const HOLIDAY_LAW_AS_OF = '2026-07-23';

/** A day that the law made or unmade a holiday after this release, as the operator enters it. */
export interface HolidayChange {
  readonly date: PlainDate;
  readonly change: 'added' | 'dropped';
  readonly name: string;
  readonly source: string;
}

/** Where a deadline must be kept: decides which holidays count. */
export interface Place {
  readonly land: Land;
  /** Holidays that hold in this municipality but not in the whole Land. */
  readonly local?: readonly LocalHolidayId[];
  /** Changes of the law newer than this release. */
  readonly changes?: readonly HolidayChange[];
}

/** A public holiday on a certain day. */
export interface Holiday {
  readonly date: PlainDate;
  /** `other` for a day entered as {@link HolidayChange}. */
  readonly id: HolidayId | 'other';
  readonly name: string;
  readonly source: string;
}

/** All public holidays of a place in a year, in the order of the year. Throws `RangeError` outside {@link COVERED_YEARS}. */
export function holidaysOf(year: number, place: Place): Holiday[] {
  assertCovered(year);
  assertLocal(place);
  const easter = easterSunday(year);
  const byLaw = HOLIDAY_LAW.flatMap((law) => holidayIn(law, { year, easter, place }) ?? []);
  const changes = (place.changes ?? []).filter(({ date }) => partsOf(date).year === year);
  const touched = new Set(changes.map(({ date }) => date));
  const added = changes
    .filter(({ change }) => change === 'added')
    .map(({ date, name, source }): Holiday => ({ date, id: 'other', name, source }));
  return [...byLaw.filter(({ date }) => !touched.has(date)), ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The holiday on a day, if it is one there. Sundays as such are none (Brandenburg's Easter and Whit Sunday are). */
export function holidayOn(date: PlainDate, place: Place): Holiday | undefined {
  return holidaysOf(partsOf(date).year, place).find((holiday) => holiday.date === date);
}

/** Local holidays a municipality of this Land can have at all. */
export function possibleLocalHolidays(land: Land): LocalHolidayId[] {
  return HOLIDAY_LAW.filter(({ validities }) => validities.some((validity) => validity.local && includes(validity, land))).map(
    ({ id }) => id as LocalHolidayId,
  );
}

function holidayIn(
  law: HolidayLaw,
  { year, easter, place }: { year: number; easter: PlainDate; place: Place },
): Holiday | undefined {
  const validity = law.validities.find((candidate) => holds(candidate, law.id, { year, place }));
  return validity && { date: law.dayIn(year, easter), id: law.id, name: law.name, source: validity.source };
}

function holds(validity: Validity, id: HolidayId, { year, place }: { year: number; place: Place }): boolean {
  if (year < (validity.from ?? year) || year > (validity.to ?? year) || !includes(validity, place.land)) return false;
  return !validity.local || (place.local ?? []).some((local) => local === id);
}

function includes({ laender }: Validity, land: Land): boolean {
  return laender === 'all' || laender.includes(land);
}

function assertCovered(year: number): void {
  if (year >= COVERED_YEARS.first && year <= COVERED_YEARS.last) return;
  throw new RangeError(`Feiertage sind für ${COVERED_YEARS.first}–${COVERED_YEARS.last} bekannt, nicht für ${year}.`);
}

/** A local holiday named for the wrong Land would silently never apply: a due date would be a day early. */
function assertLocal({ land, local = [] }: Place): void {
  if (local.length === 0) return;
  const possible = possibleLocalHolidays(land);
  for (const id of local) {
    if (!possible.includes(id)) throw new RangeError(`In ${landName(land)} gibt es keinen örtlichen Feiertag „${id}“.`);
  }
}
