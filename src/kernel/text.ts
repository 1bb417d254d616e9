// SPDX-License-Identifier: EUPL-1.2

/** Languages of the interface; `plain` is plain German (Einfache Sprache). */
export const locales = ['de', 'en', 'tr', 'plain'] as const;
export type Locale = (typeof locales)[number];

/** Values put into a text's `{names}`. */
export type TextValues = Readonly<Record<string, string | number>>;

/** A module's texts: German is complete, other languages carry what they have. */
export interface Texts {
  readonly de: Readonly<Record<string, string>>;
  readonly en?: Readonly<Record<string, string>> | undefined;
  readonly tr?: Readonly<Record<string, string>> | undefined;
  readonly plain?: Readonly<Record<string, string>> | undefined;
}

/** Says a text by its key. `values.n` chooses `key.one` when it is 1 and such a key exists. */
export type Say = (key: string, values?: TextValues) => string;

/** Merges the modules' texts; a key defined twice is a programming error. */
export function dictionaryOf(all: readonly Texts[]): Record<Locale, ReadonlyMap<string, string>> {
  const merged = {
    de: new Map<string, string>(),
    en: new Map<string, string>(),
    tr: new Map<string, string>(),
    plain: new Map<string, string>(),
  };
  for (const texts of all) {
    for (const locale of locales) {
      for (const [key, value] of Object.entries(texts[locale] ?? {})) {
        if (merged[locale].has(key)) throw new Error(`text key defined twice: ${key} (${locale})`);
        merged[locale].set(key, value);
      }
    }
  }
  return merged;
}

/** A speaker for one language; falls back to German, and to the key itself only where no text exists at all. */
export function speaker(dictionary: Record<Locale, ReadonlyMap<string, string>>, locale: Locale): Say {
  const find = (key: string) => dictionary[locale].get(key) ?? dictionary.de.get(key);
  return (key, values = {}) => {
    const text = (values['n'] === 1 ? find(`${key}.one`) : undefined) ?? find(key) ?? key;
    return text.replaceAll(/\{([a-zA-Z]+)\}/g, (hit, name: string) => (name in values ? String(values[name]) : hit));
  };
}
