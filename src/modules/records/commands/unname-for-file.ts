// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AccessNamed } from '../events/access-named.ts';
import { mayUnname } from '../rules/protection.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyAccessNamed, findNamed } from '../store/file-access.ts';
import { findFileForChange } from '../store/files.ts';

const input = z.strictObject({ file: z.uuid(), kind: z.enum(['person', 'function', 'unit']), grantee: z.uuid() });

/** Benennung aufheben. */
export const unnameForFile: Command<z.infer<typeof input>, AccessNamed> = {
  name: 'records.unname-for-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, ...gone }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const acting = await mayActInFile(tx, caller, { file: id });
    const no = acting ?? mayUnname(file.protection, await findNamed(tx, id), gone);
    if (no) return no;
    const facts = { ...gone, writes: false };
    return [{ type: 'records.access-unnamed', object: `file:${id}`, file: id, unit: file.leadUnit, facts }];
  },
  apply: applyAccessNamed,
};
