// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { FileHandedOver } from '../events/file-handed-over.ts';
import { mayHandOver } from '../rules/change-file.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyFileHandedOver } from '../store/file-changes.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ file: z.uuid(), leadUnit: z.uuid(), reason });

/** Federführung abgeben: with the file go its open cases; its reference stays. */
export const handOverFile: Command<z.infer<typeof input>, FileHandedOver> = {
  name: 'records.hand-over-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, leadUnit: to, reason: why }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const retired = (await unitById(tx, to))?.retired;
    const no = mayHandOver(file, { unit: to, retired }) ?? (await mayActInFile(tx, caller, { file: id }));
    if (no) return no;
    const facts = { from: file.leadUnit, to, reason: why };
    return [{ type: 'records.file-handed-over', object: `file:${id}`, file: id, unit: file.leadUnit, facts }];
  },
  apply: applyFileHandedOver,
};
