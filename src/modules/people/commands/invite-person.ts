// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PersonInvited } from '../events/person-invited.ts';
import { functionsOf } from '../store/functions.ts';
import { installation } from '../store/installation.ts';
import { saveInvitation } from '../store/invitations.ts';
import { findPersonForChange } from '../store/persons.ts';
import { alreadyStored } from './set-password.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A start code of 100 bits in groups that can be read aloud. */
export function newStartCode(): string {
  const signs = [...randomBytes(20)].map((byte) => alphabet[byte % 32]).join('');
  return signs.match(/.{5}/g)?.join('-') ?? '';
}

const input = z.strictObject({ person: z.uuid(), code: z.string().regex(/^([A-Z2-7]{5}-){3}[A-Z2-7]{5}$/) });

/** Startcode ausgeben: the page that shows the code to the administrator has drawn it; only its digest is kept. */
export const invitePerson: Command<z.infer<typeof input>, PersonInvited> = {
  name: 'people.invite-person',
  permission: 'people.manage-persons',
  input,
  async decide({ input: { person: id, code }, caller, at, tx }) {
    const person = await findPersonForChange(tx, id);
    if (!person) return new Refusal('not-found', 'people.person.not-found');
    if (!person.active) return new Refusal('conflict', 'people.person.inactive');
    if (caller.person === null || id === caller.person) return new Refusal('not-permitted', 'people.invitation.own');
    // Whoever holds the code can act as its person: where that gives rights, a second person must release it.
    const { fourEyesBegan } = await installation(tx);
    const released = !fourEyesBegan || (await functionsOf(tx, id, at)).length === 0;
    await saveInvitation(tx, { person: id, code, issuedBy: caller.person, released, at });
    return [{ type: 'people.person-invited', object: `person:${id}`, facts: {} }];
  },
  apply: alreadyStored,
};
