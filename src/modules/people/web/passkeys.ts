// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { execute } from '../../../kernel/command.ts';
import type { Endpoint } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { passkeyRegistrationOptions, registerPasskey } from '../commands/register-passkey.ts';
import { passkeySignInOptions, signInWithPasskey } from '../commands/sign-in-with-passkey.ts';
import { safePath } from '../rules/safe-path.ts';
import { siteOf, welcome } from './site.ts';

const nothing = z.strictObject({});
const answer = z.strictObject({
  ticket: z.string().max(100),
  response: z.record(z.string(), z.unknown()),
  to: z.string().max(2_000).optional(),
});
const registration = z.strictObject({
  ticket: z.string().max(100),
  response: z.record(z.string(), z.unknown()),
  label: z.string().max(200),
});

/** What the browser's script asks for and sends when somebody signs in or registers with a passkey (JSON). */
export const passkeyEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/sign-in/passkey/options',
    permission: 'anyone',
    input: nothing,
    summary: 'Anmelden mit Passkey: Rückfrage',
    handle: async (visit) => visit.context.json(await passkeySignInOptions(visit.runtime, siteOf(visit))),
  },
  {
    method: 'POST',
    path: '/sign-in/passkey',
    permission: 'anyone',
    input: answer,
    summary: 'Anmelden mit Passkey: Antwort',
    async handle(visit, input) {
      const { to, ...sent } = input as z.infer<typeof answer>;
      const person = await signInWithPasskey(visit.runtime, { ...sent, site: siteOf(visit) });
      if (person instanceof Refusal) return visit.refuse(person);
      // Proving again who one is must not turn into being somebody else.
      if (visit.caller.person !== null && visit.caller.person !== person)
        return visit.refuse(new Refusal('not-permitted', 'people.passkey.not-verified'));
      await welcome(visit, person);
      return visit.context.json({ location: safePath(to) });
    },
  },
  {
    method: 'POST',
    path: '/me/passkey/options',
    permission: 'signed-in',
    input: nothing,
    summary: 'Passkey hinzufügen: Rückfrage',
    async handle(visit) {
      const { person } = visit.caller;
      if (person === null) return visit.refuse(new Refusal('not-permitted', 'kernel.sign-in-first'));
      return visit.context.json(await passkeyRegistrationOptions(visit.runtime, { ...visit.caller, person }, siteOf(visit)));
    },
  },
  {
    method: 'POST',
    path: '/me/passkey',
    permission: 'signed-in',
    input: registration,
    summary: 'Passkey hinzufügen: Antwort',
    async handle(visit, input) {
      const raw = { ...(input as z.infer<typeof registration>), site: siteOf(visit) };
      const outcome = await execute(visit.runtime, registerPasskey, raw, visit.caller, { key: visit.key });
      return outcome instanceof Refusal ? visit.refuse(outcome) : visit.context.json({ location: '/me?done=passkey-added' });
    },
  },
];
