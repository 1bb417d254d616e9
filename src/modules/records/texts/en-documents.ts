// SPDX-License-Identifier: EUPL-1.2
import type { deDocuments } from './de-documents.ts';

/** What commands and histories say about documents, in English. */
export const enDocuments: Record<keyof typeof deDocuments, string> = {
  'records.sign-off.other-signatory': 'Another function is named for signing off. Have it signed there, or name another one.',
};
