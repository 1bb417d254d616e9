// SPDX-License-Identifier: EUPL-1.2
import type { deDocuments } from './de-documents.ts';

/** What commands and histories say about documents, in English. */
export const enDocuments: Record<keyof typeof deDocuments, string> = {
  'records.sign-off.other-signatory': 'Another function is named for signing off. Have it signed there, or name another one.',
  'records.assign-document.not-new': 'What has come in and is not assigned yet can be assigned.',
  'records.finish-document.unsigned': 'This document is not ready yet: what goes out is signed off first.',
  'records.attach-document.elsewhere': 'Only another document of the same case takes attachments.',
  'records.attach-document.chain': 'An attachment has no attachments of its own. Attach to the main document.',
  'records.act.document-assigned': 'Document assigned',
  'records.act.document-finished': 'Document finished',
  'records.act.document-changed': 'Facts of the document changed',
  'records.act.document-classified': 'Secrecy of the document set',
  'records.act.document-attached': 'Attached or detached',
  'records.act.signatory-named': 'Signatory named',
};
