// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { RoleChangeRequested } from '../events/role-change-requested.ts';
import { leavesTwoReleasers } from '../rules/end-function.ts';
import { letsRelease, releasersWithout } from '../store/functions.ts';
import { applyRoleChangeRequested, roleChangeWaits } from '../store/grants.ts';
import { line, several, ticked } from './input.ts';
import { asking } from './request-function.ts';

const input = z.strictObject({
  role: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'people.role.bad-code'),
  name: line.min(2).max(80),
  reach: z.enum(['unit', 'unit-tree', 'body']),
  transferable: ticked,
  permissions: several.pipe(z.array(z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/)).max(500)).default([]),
});

/** Rolle neu fassen oder anlegen: what a role may do concerns everybody who has it, so a second person must release it. */
export const requestRoleChange: Command<z.infer<typeof input>, RoleChangeRequested> = {
  name: 'people.request-role-change',
  permission: 'people.define-roles',
  input,
  async decide({ input: { role, permissions, ...definition }, caller, tx }) {
    if (caller.person === null) return new Refusal('not-permitted', 'people.four-eyes.nobody');
    if (await roleChangeWaits(tx, role)) return new Refusal('conflict', 'people.role.change-waits');
    const loses = !permissions.includes('people.release-grants') && (await letsRelease(tx, { role }));
    const no = loses ? leavesTwoReleasers({ concerned: true, ...(await releasersWithout(tx, { role })) }) : undefined;
    if (no) return no;
    const facts = { role, ...definition, permissions: [...new Set(permissions)].sort(), ...asking(caller, caller.person) };
    return [{ type: 'people.role-change-requested', object: `grant:${newId()}`, facts }];
  },
  apply: applyRoleChangeRequested,
};
