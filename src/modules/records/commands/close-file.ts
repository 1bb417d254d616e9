// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { askGates, blockedBy } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FileClosed } from '../events/file-closed.ts';
import { mayCloseFile } from '../rules/change-file.ts';
import { localDate } from '../rules/local-date.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyFileClosed, countOpenCases } from '../store/file-changes.ts';
import { findFileForChange } from '../store/files.ts';

const input = z.strictObject({ file: z.uuid() });

/** Akte schließen: no new cases until it is opened again. */
export const closeFile: Command<z.infer<typeof input>, FileClosed> = {
  name: 'records.close-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id }, caller, at, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const no =
      mayCloseFile(file, await countOpenCases(tx, id)) ??
      (await mayActInFile(tx, caller, { file: id })) ??
      blockedBy(await askGates(tx, `file:${id}`, 'records.close-file'));
    if (no) return no;
    return [
      { type: 'records.file-closed', object: `file:${id}`, file: id, unit: file.leadUnit, facts: { closedOn: localDate(at) } },
    ];
  },
  apply: applyFileClosed,
};
