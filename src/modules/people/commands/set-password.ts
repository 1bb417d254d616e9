// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { endSessionsOf } from '../../../kernel/session.ts';
import type { PasswordSet } from '../events/password-set.ts';
import { longestPassword, weakness } from '../rules/password-strength.ts';
import { hashPassword, savePassword } from '../store/password.ts';
import { findPersonForChange } from '../store/persons.ts';
import { refuseStaleProof } from './refuse-stale-proof.ts';

const input = z.strictObject({ password: z.string().max(4 * longestPassword) });

/** Kennwort setzen, freshly proven; all other sessions of the person end. */
export const setPassword: Command<z.infer<typeof input>, PasswordSet> = {
  name: 'people.set-password',
  permission: 'anyone',
  input,
  async decide({ input: { password }, caller, at, tx }) {
    if (caller.person === null) return new Refusal('not-permitted', 'kernel.sign-in-first');
    const no = (await refuseStaleProof(tx, caller, at)) ?? (await storePassword(tx, caller.person, password));
    if (no) return no;
    await endSessionsOf(tx, caller.person, caller.session);
    return [{ type: 'people.password-set', object: `person:${caller.person}`, facts: {} }];
  },
  apply: alreadyStored,
};

/**
 * Checks and keeps a password. Here and not in `apply`, which sees only the event: what an event says goes into the journal,
 * and nothing of a password may ever stand there.
 */
export async function storePassword(tx: Tx, id: string, password: string): Promise<Refusal | undefined> {
  const person = await findPersonForChange(tx, id);
  if (!person) return new Refusal('not-found', 'people.person.not-found');
  const weak = weakness(password, [person.givenName, person.familyName, person.email]);
  if (weak) return new Refusal('invalid', weak, {}, { password: weak });
  await savePassword(tx, id, await hashPassword(password));
  return undefined;
}

/** Secrets are stored while deciding, so nothing is left to apply. */
export async function alreadyStored(): Promise<void> {}
