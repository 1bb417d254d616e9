// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { UnsealingDeclined } from '../events/unsealing.ts';
import { mayActInUnit } from '../store/acting.ts';
import { applyUnsealingDeclined, findUnsealingRequest } from '../store/file-access.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ request: z.uuid(), reason });

/** Entsiegelung ablehnen, or take back one's own request. */
export const declineUnsealing: Command<z.infer<typeof input>, UnsealingDeclined> = {
  name: 'records.decline-unsealing',
  permission: 'records.write',
  input,
  async decide({ input: { request: id, reason: why }, caller, tx }) {
    const request = await findUnsealingRequest(tx, id);
    if (!request) return new Refusal('not-found', 'records.unseal.no-request');
    const { file, leadUnit: unit, requestedBy } = request;
    const own = caller.person !== null && caller.person === requestedBy;
    const no = own ? undefined : await mayActInUnit(tx, caller, { permission: 'records.registry', unit });
    if (no) return no;
    const facts = { request: id, reason: why };
    return [{ type: 'records.unsealing-declined', object: `file:${file}`, file, unit, facts }];
  },
  apply: applyUnsealingDeclined,
};
