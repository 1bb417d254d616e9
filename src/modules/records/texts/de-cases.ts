// SPDX-License-Identifier: EUPL-1.2

/** What commands and histories say about cases, in German. */
export const deCases = {} as const;
