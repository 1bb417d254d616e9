// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { IdentityBound } from '../events/identity-bound.ts';
import { dayOf } from '../rules/day.ts';
import { mayBind } from '../rules/first-binding.ts';
import { asSignIn, findByEmail } from '../store/accounts.ts';
import { againstBinding, applyIdentityBound, personOfIdentity } from '../store/identities.ts';

const input = z.strictObject({
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(300),
  email: z.string().max(300),
});

/** Konto verbinden: at the first sign-in with it; afterwards issuer and subject alone say who it is. By the sign-in, never by a form. */
export const bindIdentity: Command<z.infer<typeof input>, IdentityBound> = {
  name: 'people.bind-identity',
  permission: 'anyone',
  input,
  async decide({ input: { issuer, subject, email }, caller: { person, system }, at, tx }) {
    if (person === null || system !== asSignIn.system) return new Refusal('not-permitted', 'kernel.not-permitted');
    const no = mayBind({
      person: await findByEmail(tx, email),
      signedIn: person,
      formerly: (await personOfIdentity(tx, { issuer, subject, email })) !== undefined,
      ...(await againstBinding(tx, { person, issuer })),
    });
    if (no) return no;
    const facts = { identity: newId(), issuer, subject, since: dayOf(at) };
    return [{ type: 'people.identity-bound', object: `person:${person}`, facts }];
  },
  apply: applyIdentityBound,
};
