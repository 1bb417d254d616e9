// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SignatoryNamed } from '../events/signatory-named.ts';
import { mayNameSignatory } from '../rules/edit-document.ts';
import { mayActInFile } from '../store/acting.ts';
import { applySignatoryNamed } from '../store/document-changes.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { orNothing } from './fields.ts';

const input = z.strictObject({ document: z.uuid(), signatory: orNothing(z.uuid()) });

/** Bestimmen, welche Funktion schlusszeichnet. */
export const nameSignatory: Command<z.infer<typeof input>, SignatoryNamed> = {
  name: 'records.name-signatory',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, signatory: to }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const no = mayNameSignatory(document) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const { file, leadUnit: unit, signatory: from } = document;
    if (from === to) return new Refusal('conflict', 'records.nothing-changed');
    return [{ type: 'records.signatory-named', object: `document:${id}`, file, unit, facts: { from, to } }];
  },
  apply: applySignatoryNamed,
};
