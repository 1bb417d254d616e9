// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../model/terms.ts';

/** What is wrong and what to do, in one language. */
export type Pair = readonly [problem: string, remedy: string];
/** Both in every language. */
export type Entry = Readonly<Record<Language, Pair>>;
/** Entries by rule id. */
export type Entries = Readonly<Record<string, Entry>>;

/** Puts the three languages of a rule side by side. */
export function entry(de: Pair, en: Pair, tr: Pair): Entry {
  return { de, en, tr };
}
