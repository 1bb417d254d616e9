// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { GrantDeclined } from '../events/grant-declined.ts';
import type { GrantWithdrawn } from '../events/grant-withdrawn.ts';
import { applyGrantDeclined, applyGrantWithdrawn, findGrantsForChange } from '../store/grants.ts';
import { reason } from './input.ts';

const declining = z.strictObject({ request: z.uuid(), reason: reason.min(5, 'people.grant.reason-missing') });
const withdrawing = z.strictObject({ request: z.uuid() });

/** Antrag ablehnen, mit Grund. */
export const declineGrant: Command<z.infer<typeof declining>, GrantDeclined> = {
  name: 'people.decline-grant',
  permission: 'people.release-grants',
  input: declining,
  async decide({ input, tx }) {
    const [request] = await findGrantsForChange(tx, [input.request]);
    if (!request || request.declined !== null) return new Refusal('conflict', 'people.grant.gone');
    return [{ type: 'people.grant-declined', object: `grant:${request.id}`, facts: { reason: input.reason } }];
  },
  apply: applyGrantDeclined,
};

/** Eigenen Antrag zurückziehen, oder seine Ablehnung zur Kenntnis nehmen. */
export const withdrawGrant: Command<z.infer<typeof withdrawing>, GrantWithdrawn> = {
  name: 'people.withdraw-grant',
  permission: 'people.manage-functions',
  input: withdrawing,
  async decide({ input, caller, tx }) {
    const [request] = await findGrantsForChange(tx, [input.request]);
    if (!request) return new Refusal('conflict', 'people.grant.gone');
    if (request.requestedBy !== caller.person) return new Refusal('not-permitted', 'people.grant.not-yours');
    return [{ type: 'people.grant-withdrawn', object: `grant:${request.id}`, facts: {} }];
  },
  apply: applyGrantWithdrawn,
};
