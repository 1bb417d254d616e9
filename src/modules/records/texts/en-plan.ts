// SPDX-License-Identifier: EUPL-1.2
import type { dePlan } from './de-plan.ts';

/** What commands and histories say about plan, in English. */
export const enPlan: Record<keyof typeof dePlan, string> = {};
