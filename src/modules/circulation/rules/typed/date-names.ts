// SPDX-License-Identifier: EUPL-1.2
import type { Series } from '../follow-up-days.ts';
import { compact } from './fold.ts';
import type { Token } from './tokens.ts';

const months = [
  'januar',
  'februar',
  'maerz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];
/** Month by its folded name, whole or shortened. */
export const monthNames = new Map<string, number>(
  months.flatMap((name, index) => [name, name.slice(0, 3)].map((word) => [word, index + 1] as const)),
);
for (const [word, month] of [
  ['jaenner', 1],
  ['feber', 2],
  ['marz', 3],
  ['mrz', 3],
  ['mae', 3],
  ['sept', 9],
  ['juno', 6],
  ['julei', 7],
] as const)
  monthNames.set(word, month);

/** „März“, „Mrz.“, „sept“. */
export function isMonthName(word: string): boolean {
  return monthNames.has(compact(word));
}

const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'];
/** Day of the week by its folded name, Monday 1. */
export const weekdayNames = new Map<string, number>(
  weekdays.flatMap((name, index) => [name, name.slice(0, 2)].map((word) => [word, index + 1] as const)),
);
weekdayNames.set('sonnabend', 6);

/** Unit of a span by its folded word. */
export const units: Readonly<Record<string, 'day' | 'week' | 'month' | 'year' | 'workday'>> = Object.fromEntries(
  [
    ['day', 't tg tag tage tagen tgn'],
    ['workday', 'at arbeitstag arbeitstage arbeitstagen werktage werktagen wt'],
    ['week', 'w wo woche wochen woch'],
    ['month', 'm mo mon monat monate monaten mt'],
    ['year', 'j jahr jahre jahren'],
  ].flatMap(([unit = '', words = '']) => words.split(' ').map((word) => [word, unit] as const)),
) as never;

/** Small numbers in words. */
export const numbers: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  eins: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fuenf: 5,
  sechs: 6,
  acht: 8,
  zehn: 10,
  vierzehn: 14,
};

const seriesWords: Readonly<Record<string, Series>> = {
  woechentlich: 'weekly',
  woechentl: 'weekly',
  wtl: 'weekly',
  jedewoche: 'weekly',
  '14taegig': 'fortnightly',
  '14tgl': 'fortnightly',
  zweiwoechentlich: 'fortnightly',
  alle2wochen: 'fortnightly',
  alle14tage: 'fortnightly',
  monatlich: 'monthly',
  monatl: 'monthly',
  mtl: 'monthly',
  jedenmonat: 'monthly',
  vierteljaehrlich: 'quarterly',
  vierteljaehrl: 'quarterly',
  quartalsweise: 'quarterly',
  halbjaehrlich: 'half-yearly',
  halbjaehrl: 'half-yearly',
  jaehrlich: 'yearly',
  jaehrl: 'yearly',
  jedesjahr: 'yearly',
};

/** How often, when that is said at this token. */
export function seriesAt(tokens: readonly Token[], at: number): { count: number; series: Series } | undefined {
  let joined = '';
  for (let count = 1; count <= 3; count += 1) {
    const token = tokens[at + count - 1];
    if (token?.kind !== 'word') return undefined;
    joined += compact(token.text);
    const series = seriesWords[joined];
    if (series) return { count, series };
  }
  return undefined;
}
