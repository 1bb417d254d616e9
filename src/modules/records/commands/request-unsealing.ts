// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { UnsealingRequested } from '../events/unsealing.ts';
import { mayRequestUnsealing } from '../rules/protection.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyUnsealingRequested, isUnsealingPending } from '../store/file-access.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ file: z.uuid(), toLevel: z.coerce.number().int().min(0).max(1), reason });

/** Entsiegelung beantragen. */
export const requestUnsealing: Command<z.infer<typeof input>, UnsealingRequested> = {
  name: 'records.request-unsealing',
  permission: 'records.write',
  input,
  async decide({ input: { file: id, toLevel, reason: why }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const acting = await mayActInFile(tx, caller, { file: id });
    const no = acting ?? mayRequestUnsealing(file.protection, await isUnsealingPending(tx, id));
    if (no) return no;
    // Four eyes need two persons: background work is none.
    if (caller.person === null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const { reference, leadUnit } = file;
    const asked = { requestedBy: caller.person, represented: caller.onBehalfOf ?? null };
    const facts = { request: newId(), reference, leadUnit, toLevel, reason: why, ...asked };
    return [{ type: 'records.unsealing-requested', object: `file:${id}`, file: id, unit: leadUnit, facts }];
  },
  apply: applyUnsealingRequested,
};
