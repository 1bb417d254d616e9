// SPDX-License-Identifier: EUPL-1.2
import type { deFiles } from './de-files.ts';

/** What commands and histories say about files, in English. */
export const enFiles: Record<keyof typeof deFiles, string> = {};
