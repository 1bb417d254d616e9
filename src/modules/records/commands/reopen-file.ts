// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { askGates, blockedBy } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FileReopened } from '../events/file-closed.ts';
import { mayReopenFile } from '../rules/change-file.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyFileReopened } from '../store/file-changes.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ file: z.uuid(), reason });

/** Akte wieder öffnen. */
export const reopenFile: Command<z.infer<typeof input>, FileReopened> = {
  name: 'records.reopen-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, reason: why }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const no =
      mayReopenFile(file) ??
      (await mayActInFile(tx, caller, { file: id })) ??
      blockedBy(await askGates(tx, `file:${id}`, 'records.reopen-file'));
    if (no) return no;
    return [{ type: 'records.file-reopened', object: `file:${id}`, file: id, unit: file.leadUnit, facts: { reason: why } }];
  },
  apply: applyFileReopened,
};
