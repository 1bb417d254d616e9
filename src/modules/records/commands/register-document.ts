// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentRegistered } from '../events/document-registered.ts';
import { mayAddDocument } from '../rules/change-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { findCaseForChange } from '../store/cases.ts';
import { applyDocumentRegistered, findDocumentForChange } from '../store/documents.ts';
import { findStoredUpload } from '../store/uploads.ts';

const input = z.strictObject({
  case: z.uuid(),
  upload: z.uuid(),
  title: z.string().trim().min(1).max(300),
  kind: z.string().trim().max(60).default(''),
  direction: z.enum(['in', 'out', 'internal']),
  datedOn: z.iso.date().nullable().default(null),
  receivedOn: z.iso.date().nullable().default(null),
  parent: z.uuid().nullable().default(null),
  messageKey: z.string().max(64).default(''),
});

/** Dokument registrieren: an upload becomes a numbered document of a case. */
export const registerDocument: Command<z.infer<typeof input>, DocumentRegistered> = {
  name: 'records.register-document',
  permission: 'records.write',
  input,
  async decide({ input: { case: caseId, upload: uploadId, ...words }, caller, tx }) {
    const into = await findCaseForChange(tx, caseId);
    if (!into) return new Refusal('not-found', 'records.case.not-found');
    const no = mayAddDocument(into) ?? (await mayActInFile(tx, caller, into));
    if (no) return no;
    const main = words.parent === null ? undefined : await findDocumentForChange(tx, words.parent);
    if (words.parent !== null && main?.case !== caseId) return new Refusal('not-found', 'records.document.not-found');
    const upload = await findStoredUpload(tx, uploadId);
    if (!upload || upload.case !== caseId) return new Refusal('not-found', 'records.upload.not-found');
    const { size, mediaType, name: fileName, content } = upload;
    const facts = {
      ...words,
      case: caseId,
      no: into.documents + 1,
      state: words.direction === 'in' ? ('registered' as const) : ('draft' as const),
      upload: uploadId,
      version: { version: newId(), no: 1, size, mediaType, fileName, note: '' },
    };
    return [
      {
        type: 'records.document-registered',
        object: `document:${newId()}`,
        file: into.file,
        unit: into.leadUnit,
        content,
        facts,
      },
    ];
  },
  apply: applyDocumentRegistered,
};
