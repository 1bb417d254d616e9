// SPDX-License-Identifier: EUPL-1.2
import type { deCases } from './de-cases.ts';

/** What commands and histories say about cases, in English. */
export const enCases: Record<keyof typeof deCases, string> = {};
