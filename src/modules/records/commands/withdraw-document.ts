// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentWithdrawn } from '../events/document-withdrawn.ts';
import { mayWithdraw } from '../rules/change-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyWithdrawn, findDocumentForChange } from '../store/documents.ts';

const input = z.strictObject({ document: z.uuid(), reason: z.string().trim().min(3).max(500) });

/** Dokument zurückziehen (Storno): nothing disappears. */
export const withdrawDocument: Command<z.infer<typeof input>, DocumentWithdrawn> = {
  name: 'records.withdraw-document',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, reason }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const no = mayWithdraw(document) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    return [
      {
        type: 'records.document-withdrawn',
        object: `document:${id}`,
        file: document.file,
        unit: document.leadUnit,
        facts: { reason },
      },
    ];
  },
  apply: applyWithdrawn,
};
