// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { endSessionsOf } from '../../../kernel/session.ts';
import type { IdentityUnbound } from '../events/identity-unbound.ts';
import type { IdentityNoticeRead } from '../events/identity-notice-read.ts';
import { dayOf } from '../rules/day.ts';
import { applyIdentityUnbound, applyIdentityNoticeRead, findIdentity } from '../store/identities.ts';
import { reason } from './input.ts';

const unbinding = z.strictObject({ identity: z.uuid(), reason: reason.min(5, 'people.identity.reason-missing').max(500) });
const reading = z.strictObject({ identity: z.uuid() });

/** Verbindung lösen: the account no longer opens anything, sessions end, and the person reads why. */
export const unbindIdentity: Command<z.infer<typeof unbinding>, IdentityUnbound> = {
  name: 'people.unbind-identity',
  permission: 'people.manage-persons',
  input: unbinding,
  async decide({ input, at, tx }) {
    const found = await findIdentity(tx, input.identity);
    if (!found?.bound) return new Refusal('not-found', 'people.identity.not-found');
    const { id, issuer, person } = found;
    await endSessionsOf(tx, person);
    const facts = { identity: id, issuer, reason: input.reason, on: dayOf(at) };
    return [{ type: 'people.identity-unbound', object: `person:${person}`, facts }];
  },
  apply: applyIdentityUnbound,
};

/** Gelöste Verbindung zur Kenntnis nehmen; only one's own. */
export const readUnbinding: Command<z.infer<typeof reading>, IdentityNoticeRead> = {
  name: 'people.read-unbinding',
  permission: 'anyone',
  input: reading,
  async decide({ input, caller, tx }) {
    const found = await findIdentity(tx, input.identity);
    if (!found || found.bound || found.person !== caller.person) return new Refusal('not-found', 'people.identity.not-found');
    return [{ type: 'people.identity-notice-read', object: `person:${found.person}`, facts: { identity: found.id } }];
  },
  apply: applyIdentityNoticeRead,
};
