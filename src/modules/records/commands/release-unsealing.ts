// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { fourEyes } from '../../people/index.ts';
import type { FileUnsealed } from '../events/unsealing.ts';
import { mayActInUnit } from '../store/acting.ts';
import { applyFileUnsealed, findUnsealingRequest } from '../store/file-access.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ request: z.uuid(), reason });

/** Entsiegelung freigeben: the registry decides by reference and reason, without having seen the file. */
export const releaseUnsealing: Command<z.infer<typeof input>, FileUnsealed> = {
  name: 'records.release-unsealing',
  permission: 'records.registry',
  weighty: true,
  input,
  async decide({ input: { request: id, reason: why }, caller, tx }) {
    const request = await findUnsealingRequest(tx, id);
    if (!request) return new Refusal('not-found', 'records.unseal.no-request');
    const { file, leadUnit: unit, toLevel, requestedBy } = request;
    const no = fourEyes(request, caller) ?? (await mayActInUnit(tx, caller, { permission: 'records.registry', unit }));
    if (no) return no;
    const facts = { request: id, toLevel, reason: why, requestedBy };
    return [{ type: 'records.file-unsealed', object: `file:${file}`, file, unit, facts }];
  },
  apply: applyFileUnsealed,
};
