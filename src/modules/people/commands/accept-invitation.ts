// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { type Caller, type Command, execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { endSessionsOf } from '../../../kernel/session.ts';
import type { PasswordSet } from '../events/password-set.ts';
import type { TotpEnrolled } from '../events/totp-enrolled.ts';
import { longestPassword } from '../rules/password-strength.ts';
import { asSignIn } from '../store/accounts.ts';
import { findInvitation, takeInvitation } from '../store/invitations.ts';
import { saveTotp, stepOf } from '../store/totp.ts';
import { totpCode, totpSecret, wrongCode } from './enrol-totp.ts';
import { alreadyStored, storePassword } from './set-password.ts';

const input = z.strictObject({
  invitation: z.string().max(60),
  password: z.string().max(4 * longestPassword),
  secret: totpSecret,
  code: totpCode,
});

/** Anmeldung mit Startcode einrichten: password and one-time code in one go, so that nobody has the one without the other. */
export const acceptInvitation: Command<z.infer<typeof input>, PasswordSet | TotpEnrolled> = {
  name: 'people.accept-invitation',
  permission: 'anyone',
  input,
  async decide({ input: { invitation, password, secret, code }, caller: { person }, at, tx, runtime }) {
    if (person === null || !(await takeInvitation(tx, invitation, at))) return invalidCode();
    if (stepOf(secret, code, at) === undefined) return wrongCode();
    const no = await storePassword(tx, person, password);
    if (no) return no;
    await saveTotp(tx, runtime.vault, { person, secret });
    await endSessionsOf(tx, person);
    const object = `person:${person}` as const;
    return [
      { type: 'people.password-set', object, facts: {} },
      { type: 'people.totp-enrolled', object, facts: {} },
    ];
  },
  apply: alreadyStored,
};

/** Who holds a valid start code acts as its person: nobody else could be meant. */
export async function useInvitation(runtime: Runtime, raw: Record<string, unknown>, key: string): Promise<string | Refusal> {
  const code = typeof raw['invitation'] === 'string' ? raw['invitation'] : '';
  const person = await runtime.database.read(asSignIn, runtime.clock.now(), (tx) =>
    findInvitation(tx, code, runtime.clock.now()),
  );
  if (person === undefined) return invalidCode();
  const caller: Caller = { ...asSignIn, person, permissions: new Set() };
  const outcome = await execute(runtime, acceptInvitation, raw, caller, { key });
  return outcome instanceof Refusal ? outcome : person;
}

function invalidCode(): Refusal {
  return new Refusal('invalid', 'people.invitation.invalid', {}, { invitation: 'people.invitation.invalid' });
}
