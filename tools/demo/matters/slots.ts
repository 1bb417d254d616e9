// SPDX-License-Identifier: EUPL-1.2
import { addDays, partsOf, type PlainDate } from '@fachwerk/german-calendar';
import { letterDate, noteDate } from '../calendar.ts';
import type { Dice } from '../dice.ts';

/** What the blanks of a text are filled from. */
export interface Scene {
  readonly dice: Dice;
  /** Day of the paper. */
  readonly day: PlainDate;
  /** Names, addresses, signs, and what was chosen before. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Fills the blanks: `{person}` from the scene, `{t+14}`/`{k-3}` days from the paper's date (long or short), `{jahr+1}`, `{eur:40..90}`,
 * `{n:2..9}`, and `[[one|other]]` by the dice. A blank that nobody knows throws.
 */
export function fill(text: string, scene: Scene): string {
  const chosen = text.replaceAll(/\[\[([^\]]*)\]\]/g, (_, ways: string) => scene.dice.pick(ways.split('|')));
  return chosen.replaceAll(/\{([^}]+)\}/g, (_, name: string) => valueFor(name, scene));
}

function valueFor(name: string, scene: Scene): string {
  const known = scene.words.get(name);
  if (known !== undefined) return known;
  const [, what = '', low = '', high = ''] = /^(eur|n):(\d+)\.\.(\d+)$/.exec(name) ?? [];
  if (what === 'n') return String(scene.dice.int(Number(low), Number(high)));
  if (what === 'eur') return euros(scene.dice.int(Number(low), Number(high)), scene.dice.pick([0, 0, 0, 50, 40, 75]));
  const [, point = '', shift = '0'] = /^(t|k|jahr)([+-]\d+)?$/.exec(name) ?? [];
  if (point === 't') return letterDate(addDays(scene.day, Number(shift)));
  if (point === 'k') return noteDate(addDays(scene.day, Number(shift)));
  if (point === 'jahr') return String(partsOf(scene.day).year + Number(shift));
  throw new Error(`nobody fills {${name}}`);
}

/** `1.250,00 Euro` */
export function euros(whole: number, cents = 0): string {
  const digits = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return `${digits},${String(cents).padStart(2, '0')} Euro`;
}
