// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FileChanged } from '../events/file-changed.ts';
import { mayChangeFile } from '../rules/change-file.ts';
import { changesBetween } from '../rules/changes.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyFileChanged } from '../store/file-changes.ts';
import { findFileForChange } from '../store/files.ts';
import { lock } from './fields.ts';

const input = z.strictObject({
  file: z.uuid(),
  lock,
  subject: z.string().trim().min(3).max(300).optional(),
  medium: z.enum(['electronic', 'hybrid', 'paper']).optional(),
  location: z.string().trim().max(200).optional(),
});

/** Fakten der Akte ändern. The reference stays. */
export const changeFile: Command<z.infer<typeof input>, FileChanged> = {
  name: 'records.change-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, lock: read, ...wanted }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const no = mayChangeFile(file, read) ?? (await mayActInFile(tx, caller, { file: id }));
    if (no) return no;
    const facts = changesBetween({ ...file }, wanted);
    if (!facts) return new Refusal('conflict', 'records.nothing-changed');
    return [{ type: 'records.file-changed', object: `file:${id}`, file: id, unit: file.leadUnit, facts: { ...facts } }];
  },
  apply: applyFileChanged,
};
