// SPDX-License-Identifier: EUPL-1.2

/** What commands and histories say about plan, in German. */
export const dePlan = {} as const;
