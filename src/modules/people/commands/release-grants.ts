// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FunctionGranted } from '../events/function-granted.ts';
import type { RoleDefined } from '../events/role-defined.ts';
import { fourEyes } from '../rules/four-eyes.ts';
import { applyFunctionGranted } from '../store/functions.ts';
import { applyRoleDefined, findGrantsForChange, type GrantRequest } from '../store/grants.ts';
import { several } from './input.ts';

const input = z.strictObject({ requests: several.pipe(z.array(z.uuid()).min(1, 'people.grant.none-chosen').max(2_000)) });

/** Anträge freigeben: the second pair of eyes. All that were chosen, or none. */
export const releaseGrants: Command<z.infer<typeof input>, FunctionGranted | RoleDefined> = {
  name: 'people.release-grants',
  permission: 'people.release-grants',
  input,
  weighty: true,
  async decide({ input: { requests }, caller, at, tx }) {
    const found = await findGrantsForChange(tx, requests);
    if (found.length < new Set(requests).size || found.some(({ declined }) => declined !== null))
      return new Refusal('conflict', 'people.grant.gone');
    for (const request of found) {
      const no = fourEyes({ ...request, beneficiary: request.kind === 'function' ? request.person : undefined }, caller);
      if (no) return no;
    }
    return found.map((request) => released(request, at));
  },
  apply: (tx, event) =>
    event.type === 'people.function-granted' ? applyFunctionGranted(tx, event) : applyRoleDefined(tx, event),
};

/** Nothing begins before it was released. */
function released(request: GrantRequest, at: Date): FunctionGranted | RoleDefined {
  const { id, role } = request;
  if (request.kind === 'role') {
    return { type: 'people.role-defined', object: `grant:${id}`, facts: { role, ...request.definition, request: id } };
  }
  const { person, unit, validFrom, validTo } = request;
  const from = validFrom < at ? at : validFrom;
  const facts = { person, role, from: from.toISOString(), to: validTo?.toISOString() ?? null, request: id, alone: false };
  return { type: 'people.function-granted', object: `function:${newId()}`, unit, facts };
}
