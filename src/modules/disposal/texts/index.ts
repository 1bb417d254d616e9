// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../../../kernel/text.ts';
import { de } from './de.ts';
import { dePages } from './de-pages.ts';
import { deRuns } from './de-runs.ts';
import { deWhy } from './de-why.ts';
import { en } from './en.ts';
import { enPages } from './en-pages.ts';
import { enRuns } from './en-runs.ts';
import { enWhy } from './en-why.ts';

/** Everything that the module says. */
export const texts: Texts = { de: { ...de, ...deWhy, ...dePages, ...deRuns }, en: { ...en, ...enWhy, ...enPages, ...enRuns } };
