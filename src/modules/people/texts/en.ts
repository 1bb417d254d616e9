// SPDX-License-Identifier: EUPL-1.2
import { reasonsEn } from './en-reasons.ts';
import { screensEn } from './en-screens.ts';

/** English texts of the module. */
export const en = { ...reasonsEn, ...screensEn } as const;
