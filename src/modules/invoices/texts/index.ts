// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../../../kernel/text.ts';
import { de } from './de.ts';
import { deCheck } from './de-check.ts';
import { dePages } from './de-pages.ts';
import { deLists } from './de-lists.ts';
import { en } from './en.ts';
import { enLists } from './en-lists.ts';
import { enPages } from './en-pages.ts';
import { enCheck, plainCheck, trCheck } from './other-check.ts';

/** Everything that invoices say; the suppliers' page in every language. */
export const texts: Texts = {
  de: { ...de, ...dePages, ...deLists, ...deCheck },
  en: { ...en, ...enPages, ...enLists, ...enCheck },
  tr: trCheck,
  plain: plainCheck,
};
