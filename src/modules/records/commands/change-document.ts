// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentChanged } from '../events/document-changed.ts';
import { changesBetween } from '../rules/changes.ts';
import { mayChangeDocument } from '../rules/edit-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyDocumentChanged } from '../store/document-changes.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { emptyDate, lock } from './fields.ts';

const input = z.strictObject({
  document: z.uuid(),
  lock,
  title: z.string().trim().min(1).max(300).optional(),
  kind: z.string().trim().max(60).optional(),
  datedOn: emptyDate.optional(),
  receivedOn: emptyDate.optional(),
});

/** Fakten des Dokuments ändern. Its content changes only by a new version. */
export const changeDocument: Command<z.infer<typeof input>, DocumentChanged> = {
  name: 'records.change-document',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, lock: read, ...wanted }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const no = mayChangeDocument(document, read) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const facts = changesBetween({ ...document }, wanted);
    if (!facts) return new Refusal('conflict', 'records.nothing-changed');
    const { file, leadUnit: unit } = document;
    return [{ type: 'records.document-changed', object: `document:${id}`, file, unit, facts: { ...facts } }];
  },
  apply: applyDocumentChanged,
};
