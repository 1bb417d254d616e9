// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../../../kernel/text.ts';
import { de } from './de.ts';
import { dePages } from './de-pages.ts';
import { en } from './en.ts';
import { enPages } from './en-pages.ts';

/** Everything that post says. */
export const texts: Texts = {
  de: { ...de, ...dePages },
  en: { ...en, ...enPages },
};
