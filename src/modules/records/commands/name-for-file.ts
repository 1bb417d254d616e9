// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AccessNamed } from '../events/access-named.ts';
import { mayName } from '../rules/protection.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyAccessNamed, findNamed, isKnown } from '../store/file-access.ts';
import { findFileForChange } from '../store/files.ts';
import { flag } from './fields.ts';

const input = z.strictObject({ file: z.uuid(), kind: z.enum(['person', 'function', 'unit']), grantee: z.uuid(), writes: flag });

/** Für die Akte benennen: a person, a function or a unit, to read or also to write. */
export const nameForFile: Command<z.infer<typeof input>, AccessNamed> = {
  name: 'records.name-for-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, ...wanted }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const acting = await mayActInFile(tx, caller, { file: id });
    if (acting) return acting;
    const known = await isKnown(tx, wanted.kind, wanted.grantee);
    const before = (await findNamed(tx, id)).find(({ kind, grantee }) => kind === wanted.kind && grantee === wanted.grantee);
    const no = mayName(file.protection, wanted, { known, before });
    if (no) return no;
    return [{ type: 'records.access-named', object: `file:${id}`, file: id, unit: file.leadUnit, facts: { ...wanted } }];
  },
  apply: applyAccessNamed,
};
