// SPDX-License-Identifier: EUPL-1.2

/** What commands and histories say about files, in German. */
export const deFiles = {} as const;
