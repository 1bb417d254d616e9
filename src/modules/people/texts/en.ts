// SPDX-License-Identifier: EUPL-1.2
import { accountEn } from './en-account.ts';
import { administrationEn } from './en-administration.ts';
import { reasonsEn } from './en-reasons.ts';

/** English texts of the module. */
export const en = { ...reasonsEn, ...accountEn, ...administrationEn } as const;
