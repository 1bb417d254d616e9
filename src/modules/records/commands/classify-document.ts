// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentClassified } from '../events/document-classified.ts';
import { classifications, higherOf } from '../rules/classification.ts';
import { mayClassifyDocument } from '../rules/edit-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyDocumentClassified } from '../store/document-changes.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ document: z.uuid(), classification: z.enum(classifications), reason });

/** Geheimhaltung des Dokuments setzen; the file carries at least the same. */
export const classifyDocument: Command<z.infer<typeof input>, DocumentClassified> = {
  name: 'records.classify-document',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, classification: to, reason: why }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    const file = document && (await findFileForChange(tx, document.file));
    if (!document || !file) return new Refusal('not-found', 'records.document.not-found');
    const no = mayClassifyDocument(document, to) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const facts = {
      from: document.classification,
      to,
      fileFrom: file.classification,
      fileTo: higherOf(file.classification, to),
      reason: why,
    };
    return [{ type: 'records.document-classified', object: `document:${id}`, file: file.id, unit: document.leadUnit, facts }];
  },
  apply: applyDocumentClassified,
};
