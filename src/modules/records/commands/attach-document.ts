// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentAttached } from '../events/document-attached.ts';
import { mayAttach } from '../rules/edit-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyDocumentAttached } from '../store/document-changes.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { orNothing } from './fields.ts';

const input = z.strictObject({ document: z.uuid(), to: orNothing(z.uuid()) });

/** Als Anlage beifügen, or let it stand by itself again. */
export const attachDocument: Command<z.infer<typeof input>, DocumentAttached> = {
  name: 'records.attach-document',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, to }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    const main = to === null ? undefined : await findDocumentForChange(tx, to);
    if (!document || (to !== null && !main)) return new Refusal('not-found', 'records.document.not-found');
    const no = mayAttach(document, main) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const { file, leadUnit: unit, parent: from } = document;
    return [{ type: 'records.document-attached', object: `document:${id}`, file, unit, facts: { from, to } }];
  },
  apply: applyDocumentAttached,
};
