// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FileProtected } from '../events/file-protected.ts';
import { mayProtect } from '../rules/protection.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyFileProtected, findNamed } from '../store/file-access.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ file: z.uuid(), level: z.coerce.number().int().min(0).max(2), reason });

/** Schutzstufe setzen. A sealed file is opened by two: see request-unsealing. */
export const protectFile: Command<z.infer<typeof input>, FileProtected> = {
  name: 'records.protect-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, level, reason: why }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const no = (await mayActInFile(tx, caller, { file: id })) ?? mayProtect(file.protection, level, await findNamed(tx, id));
    if (no) return no;
    const facts = { from: file.protection, to: level, reason: why };
    return [{ type: 'records.file-protected', object: `file:${id}`, file: id, unit: file.leadUnit, facts }];
  },
  apply: applyFileProtected,
};
