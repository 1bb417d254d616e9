// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentMoved } from '../events/document-moved.ts';
import { mayFinish } from '../rules/edit-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyDocumentMoved } from '../store/document-changes.ts';
import { findDocumentForChange } from '../store/documents.ts';

const input = z.strictObject({ document: z.uuid() });

/** Dokument abschließen: it is final and changes no more. */
export const finishDocument: Command<z.infer<typeof input>, DocumentMoved> = {
  name: 'records.finish-document',
  permission: 'records.write',
  input,
  async decide({ input: { document: id }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const no = mayFinish(document) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const { file, leadUnit: unit, state: from } = document;
    return [{ type: 'records.document-finished', object: `document:${id}`, file, unit, facts: { from } }];
  },
  apply: applyDocumentMoved,
};
