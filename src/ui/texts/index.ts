// SPDX-License-Identifier: EUPL-1.2
import { de, type UiTexts } from './de.ts';
import { en } from './en.ts';

export type { UiTexts } from './de.ts';

/** The texts for a language tag; a language without own texts takes English, plain German takes German. */
export function uiTexts(lang: string): UiTexts {
  return lang === 'de' || lang.startsWith('de-') ? de : en;
}
