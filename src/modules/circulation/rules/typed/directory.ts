// SPDX-License-Identifier: EUPL-1.2
import { compact, distance, fold, strip } from './fold.ts';
import type { Directory, Seat } from './types.ts';

/** A directory made ready for looking up words; made once, used at every key. */
export interface DirectoryIndex {
  readonly directory: Directory;
  /** Folded words → seats that they can mean. */
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  readonly self: Seat;
  readonly codes: ReadonlySet<string>;
  /** What unknown words are near to, once looked up: the same word stands there at the next key, too. */
  readonly near: Map<string, readonly string[]>;
}

/** What words mean: one seat, several, or none with what is spelled nearly so. */
export type Resolved = { readonly seat: Seat } | { readonly many: readonly Seat[] } | { readonly near: readonly string[] };

const titles: ReadonlySet<string> = new Set(
  'herr herrn frau hr fr dr prof kollege kollegin kollegen an die der das den dem bei'.split(' '),
);
const unitWords: ReadonlySet<string> = new Set(
  'fb amt abt abteilung sg sachgebiet ref referat dez dezernat stelle team fd fachdienst fachbereich org bereich eb'.split(' '),
);
const headWords: ReadonlySet<string> = new Set(
  'al l ltg leitung leiter leiterin amtsleitung amtsleiter amtsleiterin abteilungsleitung abteilungsleiter abteilungsleiterin fbl fachbereichsleitung sgl sachgebietsleitung gl dezernent dezernentin beigeordnete beigeordneter bl fdl'.split(
    ' ',
  ),
);
const officeHeads: ReadonlySet<string> = new Set('al amtsleitung amtsleiter amtsleiterin fbl fachbereichsleitung'.split(' '));
const topWords: ReadonlySet<string> = new Set(
  'bgm bm ob obm bmin buergermeister buergermeisterin oberbuergermeister oberbuergermeisterin landrat landraetin lr verwaltungsleitung verwaltungsspitze'.split(
    ' ',
  ),
);
const selfWords: ReadonlySet<string> = new Set('ich mich mir selbst sie'.split(' '));

/** Makes a directory ready. */
export function indexDirectory(directory: Directory): DirectoryIndex {
  const seats = new Map<string, Seat[]>();
  const add = (words: string, seat: Seat) => {
    for (const key of new Set([keyOf(words), strippedKey(words)])) {
      const there = seats.get(key) ?? [];
      if (!there.some((other) => sameSeat(other, seat))) seats.set(key, [...there, seat]);
    }
  };
  const codes = new Map(directory.units.map(({ id, code }) => [id, code]));
  for (const { id: unit, code, name } of directory.units) {
    const seat = { unit, function: null, head: false, label: code };
    add(code, seat);
    add(name, seat);
    for (const word of name.split(/[\s,/-]/)) if (word.length > 4) add(word, seat);
  }
  for (const { function: id, unit, given, family } of directory.people) {
    const code = codes.get(unit) ?? '';
    const seat = { unit, function: id, head: false, label: `${given} ${family} (${code})` };
    for (const words of [family, `${given} ${family}`, `${family} ${given}`, `${given.slice(0, 1)} ${family}`]) {
      add(words, seat);
      add(`${words} ${code}`, seat);
    }
  }
  const { unit, function: own } = directory.self;
  const self = { unit, function: own, head: false, label: '' };
  return { directory, seats, self, codes: new Set(directory.units.map(({ code }) => keyOf(code))), near: new Map() };
}

/** The same seat, however it is written. */
export function sameSeat(one: Seat, other: Seat): boolean {
  return one.unit === other.unit && one.function === other.function && one.head === other.head;
}

/** Looks up what an order calls somebody. `words` come without signs. */
export function resolve(index: DirectoryIndex, words: readonly string[]): Resolved {
  const folded = words.map((word) => fold(word).replace(/[.,]$/, '')).filter((word) => word !== '' && !titles.has(word));
  if (folded.length === 0) return { near: [] };
  const whole = compact(folded.join(''));
  if (selfWords.has(whole)) return { seat: index.self };
  if (topWords.has(whole)) return headOf(index, index.directory.units.find(({ top }) => top)?.id);
  return (
    headSeat(index, folded) ?? named(index, folded.length > 1 && unitWords.has(compact(folded[0]!)) ? folded.slice(1) : folded)
  );
}

/** Is this word the code of a unit, and not a date? */
export function isCode(index: DirectoryIndex, word: string): boolean {
  return index.codes.has(keyOf(word)) || index.codes.has(keyOf(word.replace(/\.$/, '')));
}

/** „AL 32“, „AL32“, „Leitung Kämmerei“, and „AL“ alone for one's own office. */
function headSeat(index: DirectoryIndex, folded: readonly string[]): Resolved | undefined {
  const first = compact(folded[0]!);
  if (!headWords.has(first)) {
    const glued = /^(al|fbl|sgl|gl|fdl)(\d.*)$/.exec(folded[0]!);
    return glued && folded.length === 1 ? headSeat(index, [glued[1]!, glued[2]!]) : undefined;
  }
  const rest = folded.slice(1).filter((word) => !unitWords.has(compact(word)));
  if (rest.length === 0) return headOf(index, officeHeads.has(first) ? officeOf(index) : index.directory.self.unit);
  const found = named(index, rest);
  return 'seat' in found && found.seat.function === null ? headOf(index, found.seat.unit) : found;
}

/** The office of a sub-unit is the unit whose code begins its own: 32 of 32.1. */
function officeOf({ directory }: DirectoryIndex): string {
  const own = directory.units.find(({ id }) => id === directory.self.unit);
  const office = /^[^./-]+/.exec(own?.code ?? '')?.[0];
  return directory.units.find(({ code }) => code === office)?.id ?? directory.self.unit;
}

function headOf(index: DirectoryIndex, unit: string | undefined): Resolved {
  const found = index.directory.units.find(({ id }) => id === unit);
  return found ? { seat: { unit: found.id, function: null, head: true, label: `Leitung ${found.code}` } } : { near: [] };
}

function named(index: DirectoryIndex, folded: readonly string[]): Resolved {
  const key = keyOf(folded.join(' '));
  const found = index.seats.get(key) ?? index.seats.get(key.replace(/^0/, ''));
  if (found?.length === 1) return { seat: found[0]! };
  if (found) return narrowed(found);
  const near = index.near.get(key) ?? nearest(index, key);
  index.near.set(key, near);
  return { near };
}

/** A unit of exactly this name goes before those that only contain the word; colleagues of one name stay several. */
function narrowed(found: readonly Seat[]): Resolved {
  const units = found.filter((seat) => seat.function === null);
  return units.length === 1 && units.length < found.length ? { seat: units[0]! } : { many: found };
}

const offered = 3;

function nearest({ seats }: DirectoryIndex, key: string): string[] {
  if (key.length < 3) return [];
  const limit = key.length < 6 ? 1 : 2;
  const near: { label: string; far: number }[] = [];
  for (const [word, [seat]] of seats) {
    if (Math.abs(word.length - key.length) > limit || (word[0] !== key[0] && word.at(-1) !== key.at(-1))) continue;
    const far = distance(key, word, limit);
    if (far <= limit && seat) near.push({ label: seat.label, far });
  }
  return [...new Set(near.sort((one, other) => one.far - other.far).map(({ label }) => label))].slice(0, offered);
}

function keyOf(words: string): string {
  return fold(words)
    .replaceAll(/[^a-z0-9./]/g, '')
    .replace(/\.$/, '');
}

function strippedKey(words: string): string {
  return strip(words)
    .replaceAll(/[^a-z0-9./]/g, '')
    .replace(/\.$/, '');
}
