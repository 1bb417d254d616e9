// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../../../kernel/text.ts';
import { dePages } from './de-pages.ts';
import { de } from './de.ts';
import { enPages } from './en-pages.ts';
import { en } from './en.ts';

/** Everything that the circulation says; its pages are clerks' pages. */
export const texts: Texts = { de: { ...de, ...dePages }, en: { ...en, ...enPages } };
