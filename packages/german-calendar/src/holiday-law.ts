// SPDX-License-Identifier: EUPL-1.2
import { addDays, weekday } from './date-arithmetic.ts';
import type { Land } from './land.ts';
import { dateOf, type PlainDate } from './plain-date.ts';

/** Stable names of the holidays. */
export type HolidayId =
  | 'new-year'
  | 'epiphany'
  | 'womens-day'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'liberation-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'whit-monday'
  | 'corpus-christi'
  | 'uprising-of-1953'
  | 'augsburg-peace-festival'
  | 'assumption-day'
  | 'childrens-day'
  | 'german-unity-day'
  | 'reformation-day'
  | 'all-saints'
  | 'repentance-day'
  | 'christmas-day'
  | 'second-christmas-day';

/** Holidays that hold in some municipalities of a Land only. */
export type LocalHolidayId = 'corpus-christi' | 'assumption-day' | 'augsburg-peace-festival';

/** Where and when a day is a holiday. Years are inclusive; without `from` it holds since before the first covered year. */
export interface Validity {
  readonly laender: 'all' | readonly Land[];
  readonly from?: number;
  readonly to?: number;
  /** Only in municipalities that name it among their local holidays. */
  readonly local?: true;
  /** The law that orders it. */
  readonly source: string;
}

/** One holiday of the law. */
export interface HolidayLaw {
  readonly id: HolidayId;
  readonly name: string;
  /** The day in a given year; Easter Sunday is handed in because half of the days hang on it. */
  readonly dayIn: (year: number, easter: PlainDate) => PlainDate;
  readonly validities: readonly Validity[];
}

const eachLand = 'Feiertagsgesetze aller Länder';

const fixed = (month: number, day: number) => (year: number) => dateOf({ year, month, day });
const afterEaster = (days: number) => (_year: number, easter: PlainDate) => addDays(easter, days);

/** Wednesday before 23 November, i.e. eleven days before the first Sunday in Advent. */
function repentanceDay(year: number): PlainDate {
  const last = dateOf({ year, month: 11, day: 22 });
  return addDays(last, -((weekday(last) + 4) % 7));
}

/** The public holidays of the Länder since 1995, each with the law it rests on; order of the year. */
export const HOLIDAY_LAW: readonly HolidayLaw[] = [
  { id: 'new-year', name: 'Neujahr', dayIn: fixed(1, 1), validities: [{ laender: 'all', source: eachLand }] },
  {
    id: 'epiphany',
    name: 'Heilige Drei Könige',
    dayIn: fixed(1, 6),
    validities: [{ laender: ['BW', 'BY', 'ST'], source: '§ 1 FTG BW; Art. 1 Abs. 1 Nr. 1 FTG BY; § 2 FeiertG LSA' }],
  },
  {
    id: 'womens-day',
    name: 'Internationaler Frauentag',
    dayIn: fixed(3, 8),
    validities: [
      {
        laender: ['BE'],
        from: 2019,
        source: '§ 1 Gesetz über die Sonn- und Feiertage Berlin, geändert durch Gesetz vom 30.01.2019',
      },
      { laender: ['MV'], from: 2023, source: '§ 2 Feiertagsgesetz Mecklenburg-Vorpommern, geändert 2022' },
    ],
  },
  { id: 'good-friday', name: 'Karfreitag', dayIn: afterEaster(-2), validities: [{ laender: 'all', source: eachLand }] },
  {
    id: 'easter-sunday',
    name: 'Ostersonntag',
    dayIn: afterEaster(0),
    validities: [{ laender: ['BB'], source: '§ 2 Abs. 1 Feiertagsgesetz Brandenburg' }],
  },
  { id: 'easter-monday', name: 'Ostermontag', dayIn: afterEaster(1), validities: [{ laender: 'all', source: eachLand }] },
  { id: 'labour-day', name: '1. Mai', dayIn: fixed(5, 1), validities: [{ laender: 'all', source: eachLand }] },
  {
    id: 'liberation-day',
    name: 'Tag der Befreiung',
    dayIn: fixed(5, 8),
    validities: [
      {
        laender: ['BE'],
        from: 2020,
        to: 2020,
        source: '§ 1 Gesetz über die Sonn- und Feiertage Berlin, Gesetz vom 30.01.2019 (75. Jahrestag)',
      },
      {
        laender: ['BE'],
        from: 2025,
        to: 2025,
        source: '§ 1 Gesetz über die Sonn- und Feiertage Berlin, GVBl. 2024 S. 460 (80. Jahrestag)',
      },
    ],
  },
  {
    id: 'ascension-day',
    name: 'Christi Himmelfahrt',
    dayIn: afterEaster(39),
    validities: [{ laender: 'all', source: eachLand }],
  },
  {
    id: 'whit-sunday',
    name: 'Pfingstsonntag',
    dayIn: afterEaster(49),
    validities: [{ laender: ['BB'], source: '§ 2 Abs. 1 Feiertagsgesetz Brandenburg' }],
  },
  { id: 'whit-monday', name: 'Pfingstmontag', dayIn: afterEaster(50), validities: [{ laender: 'all', source: eachLand }] },
  {
    id: 'corpus-christi',
    name: 'Fronleichnam',
    dayIn: afterEaster(60),
    validities: [
      {
        laender: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'],
        source: '§ 1 FTG BW; Art. 1 FTG BY; § 1 HFeiertagsG; § 2 Feiertagsgesetz NW; § 2 LFtG RP; § 2 SFG Saarland',
      },
      { laender: ['SN'], local: true, source: '§ 1 SächsSFG mit Fronleichnamsverordnung (Gemeinden des Landkreises Bautzen)' },
      {
        laender: ['TH'],
        local: true,
        source: '§ 2 Abs. 2, § 10 ThürFGtG (Eichsfeld, Teile von Unstrut-Hainich- und Wartburgkreis)',
      },
    ],
  },
  {
    id: 'uprising-of-1953',
    name: '75. Jahrestag des Aufstandes vom 17. Juni 1953',
    dayIn: fixed(6, 17),
    validities: [
      { laender: ['BE'], from: 2028, to: 2028, source: '§ 1 Gesetz über die Sonn- und Feiertage Berlin, GVBl. 2024 S. 460' },
    ],
  },
  {
    id: 'augsburg-peace-festival',
    name: 'Augsburger Hohes Friedensfest',
    dayIn: fixed(8, 8),
    validities: [{ laender: ['BY'], local: true, source: 'Art. 1 Abs. 2 FTG BY (nur Stadtkreis Augsburg)' }],
  },
  {
    id: 'assumption-day',
    name: 'Mariä Himmelfahrt',
    dayIn: fixed(8, 15),
    validities: [
      { laender: ['SL'], source: '§ 2 SFG Saarland' },
      { laender: ['BY'], local: true, source: 'Art. 1 Abs. 1 Nr. 2 FTG BY (Gemeinden mit überwiegend katholischer Bevölkerung)' },
    ],
  },
  {
    id: 'childrens-day',
    name: 'Weltkindertag',
    dayIn: fixed(9, 20),
    validities: [{ laender: ['TH'], from: 2019, source: '§ 2 ThürFGtG, geändert 2019' }],
  },
  {
    id: 'german-unity-day',
    name: 'Tag der Deutschen Einheit',
    dayIn: fixed(10, 3),
    validities: [{ laender: 'all', source: 'Art. 2 Abs. 2 Einigungsvertrag' }],
  },
  {
    id: 'reformation-day',
    name: 'Reformationstag',
    dayIn: fixed(10, 31),
    validities: [
      {
        laender: ['BB', 'MV', 'SN', 'ST', 'TH'],
        source: '§ 2 Feiertagsgesetz Brandenburg; § 2 FTG M-V; § 1 SächsSFG; § 2 FeiertG LSA; § 2 ThürFGtG',
      },
      { laender: 'all', from: 2017, to: 2017, source: 'Gesetze und Verordnungen der Länder zum 500. Reformationsjubiläum' },
      {
        laender: ['HB', 'HH', 'NI', 'SH'],
        from: 2018,
        source:
          '§ 2 Gesetz über die Sonn- und Feiertage Bremen; § 1 Feiertagsgesetz Hamburg; § 2 NFeiertagsG; § 2 SFTG Schleswig-Holstein',
      },
    ],
  },
  {
    id: 'all-saints',
    name: 'Allerheiligen',
    dayIn: fixed(11, 1),
    validities: [
      {
        laender: ['BW', 'BY', 'NW', 'RP', 'SL'],
        source: '§ 1 FTG BW; Art. 1 FTG BY; § 2 Feiertagsgesetz NW; § 2 LFtG RP; § 2 SFG Saarland',
      },
    ],
  },
  {
    id: 'repentance-day',
    name: 'Buß- und Bettag',
    dayIn: repentanceDay,
    validities: [{ laender: ['SN'], source: '§ 1 SächsSFG' }],
  },
  { id: 'christmas-day', name: '1. Weihnachtstag', dayIn: fixed(12, 25), validities: [{ laender: 'all', source: eachLand }] },
  {
    id: 'second-christmas-day',
    name: '2. Weihnachtstag',
    dayIn: fixed(12, 26),
    validities: [{ laender: 'all', source: eachLand }],
  },
];
