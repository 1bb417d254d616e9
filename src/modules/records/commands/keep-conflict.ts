// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ConflictKept } from '../events/conflict-kept.ts';
import { mayActInFile } from '../store/acting.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { applyConflictKept } from '../store/editing.ts';

const input = z.strictObject({ document: z.uuid(), conflict: z.uuid(), base: z.number().int().min(1) });

/** Konfliktfassung festhalten: both texts stay, and the pages of both say so. */
export const keepConflict: Command<z.infer<typeof input>, ConflictKept> = {
  name: 'records.keep-conflict',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, conflict, base }, caller, tx }) {
    const [document, copy] = [await findDocumentForChange(tx, id), await findDocumentForChange(tx, conflict)];
    if (!document || copy?.case !== document.case) return new Refusal('not-found', 'records.document.not-found');
    const no = await mayActInFile(tx, caller, document);
    if (no) return no;
    const { file, leadUnit: unit, versions: newest } = document;
    return [{ type: 'records.conflict-kept', object: `document:${id}`, file, unit, facts: { conflict, base, newest } }];
  },
  apply: applyConflictKept,
};
