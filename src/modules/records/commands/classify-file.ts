// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FileClassified } from '../events/file-classified.ts';
import { classifications, mayClassifyFile } from '../rules/classification.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyFileClassified, highestBelow } from '../store/file-changes.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ file: z.uuid(), classification: z.enum(classifications), reason });

/** Geheimhaltung der Akte setzen: never below what lies in it. */
export const classifyFile: Command<z.infer<typeof input>, FileClassified> = {
  name: 'records.classify-file',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, classification, reason: why }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const acting = await mayActInFile(tx, caller, { file: id });
    const no = acting ?? mayClassifyFile(file.classification, classification, await highestBelow(tx, id));
    if (no) return no;
    const facts = { from: file.classification, to: classification, reason: why };
    return [{ type: 'records.file-classified', object: `file:${id}`, file: id, unit: file.leadUnit, facts }];
  },
  apply: applyFileClassified,
};
