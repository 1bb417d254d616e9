// SPDX-License-Identifier: EUPL-1.2
import { accountDe } from './de-account.ts';
import { administrationDe } from './de-administration.ts';
import { reasonsDe } from './de-reasons.ts';

/** German texts of the module. */
export const de = { ...reasonsDe, ...accountDe, ...administrationDe } as const;
