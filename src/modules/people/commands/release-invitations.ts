// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { InvitationReleased } from '../events/invitation-released.ts';
import { fourEyes } from '../rules/four-eyes.ts';
import { applyInvitationReleased, findWaitingInvitation } from '../store/invitations.ts';
import { several } from './input.ts';

const input = z.strictObject({ persons: several.pipe(z.array(z.uuid()).min(1, 'people.grant.none-chosen').max(2_000)) });

/** Startcodes freigeben: the second pair of eyes before somebody can sign in anew as a person with rights. */
export const releaseInvitations: Command<z.infer<typeof input>, InvitationReleased> = {
  name: 'people.release-invitations',
  permission: 'people.release-grants',
  input,
  async decide({ input: { persons }, caller, at, tx }) {
    const events: InvitationReleased[] = [];
    for (const person of [...new Set(persons)].sort()) {
      const waiting = await findWaitingInvitation(tx, person, at);
      if (!waiting) return new Refusal('conflict', 'people.invitation.gone');
      const no = fourEyes({ requestedBy: waiting.issuedBy, beneficiary: person }, caller);
      if (no) return no;
      events.push({ type: 'people.invitation-released', object: `person:${person}`, facts: {} });
    }
    return events;
  },
  apply: applyInvitationReleased,
};
