// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { EditLockReleased } from '../events/edit-lock-released.ts';
import { mayReleaseLock } from '../rules/editing.ts';
import { mayActInFile } from '../store/acting.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { holdersOf, releaseLocks } from '../store/edit-locks.ts';

const input = z.strictObject({ document: z.uuid(), reason: z.string().trim().min(10).max(500) });

/** Bearbeitungssperre aufheben: for when somebody went home with the document open. Their text is not lost, it becomes a Konfliktfassung. */
export const releaseEditLock: Command<z.infer<typeof input>, EditLockReleased> = {
  name: 'records.release-edit-lock',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, reason }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const holders = await holdersOf(tx, id);
    const no = mayReleaseLock(holders.length, document.writable) ?? (await mayActInFile(tx, caller, document));
    if (no) return no;
    const { file, leadUnit: unit } = document;
    return [{ type: 'records.edit-lock-released', object: `document:${id}`, file, unit, facts: { reason, holders } }];
  },
  apply: (tx, { object }) => releaseLocks(tx, object.slice('document:'.length)),
};
