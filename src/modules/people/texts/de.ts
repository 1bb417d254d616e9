// SPDX-License-Identifier: EUPL-1.2
import { reasonsDe } from './de-reasons.ts';
import { screensDe } from './de-screens.ts';

/** German texts of the module. */
export const de = { ...reasonsDe, ...screensDe } as const;
