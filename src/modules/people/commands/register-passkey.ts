// SPDX-License-Identifier: EUPL-1.2
import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import type { PasskeyRegistered } from '../events/passkey-registered.ts';
import { freshProof } from '../rules/fresh-proof.ts';
import { asSignIn } from '../store/accounts.ts';
import { issueChallenge, takeChallenge } from '../store/challenges.ts';
import { passkeysOf, savePasskey } from '../store/passkeys.ts';
import { provenAt } from '../store/sessions.ts';
import { line } from './input.ts';
import { alreadyStored } from './set-password.ts';

/** The site as browsers know it (WebAuthn: relying party). */
export interface Site {
  readonly origin: string;
  readonly host: string;
}

/** What a browser needs to make a passkey, and the ticket for its answer. */
export async function passkeyRegistrationOptions(runtime: Runtime, caller: Caller & { person: string }, site: Site) {
  const at = runtime.clock.now();
  const known = await runtime.database.read(caller, at, (tx) => passkeysOf(tx, caller.person));
  const options = await generateRegistrationOptions({
    rpName: `Fachwerk ${runtime.config.city}`,
    rpID: site.host,
    userName: caller.name ?? '',
    userID: new Uint8Array(Buffer.from(caller.person)),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const content = { challenge: options.challenge, person: caller.person };
  const ticket = await runtime.database.transaction(asSignIn, at, (tx) =>
    issueChallenge(tx, 'passkey-registration', { content, at }),
  );
  return { options, ticket };
}

const input = z.strictObject({
  ticket: z.string().max(100),
  response: z.record(z.string(), z.unknown()),
  label: line.min(1).max(60),
  site: z.strictObject({ origin: z.string(), host: z.string() }),
});

/** Passkey hinzufügen, freshly proven. */
export const registerPasskey: Command<z.infer<typeof input>, PasskeyRegistered> = {
  name: 'people.register-passkey',
  permission: 'anyone',
  input,
  async decide({ input: { ticket, response, label, site }, caller: { person, session }, at, tx }) {
    if (person === null) return new Refusal('not-permitted', 'kernel.sign-in-first');
    const no = freshProof(await provenAt(tx, session), at);
    if (no) return no;
    const challenge = await takeChallenge<{ challenge: string; person: string }>(tx, 'passkey-registration', { ticket, at });
    if (challenge?.person !== person) return new Refusal('invalid', 'people.passkey.expired');
    const made = await verified(response, challenge.challenge, site);
    if (!made) return new Refusal('invalid', 'people.passkey.not-verified');
    const { id, publicKey, counter, transports = [] } = made;
    const kept = await savePasskey(tx, { id, person, publicKey: Buffer.from(publicKey), counter, transports, label });
    if (!kept) return new Refusal('conflict', 'people.passkey.already');
    return [{ type: 'people.passkey-registered', object: `person:${person}`, facts: { label } }];
  },
  apply: alreadyStored,
};

/** The library throws at whatever a hostile browser sends: for us that is a no like any other. */
async function verified(response: Record<string, unknown>, expectedChallenge: string, { origin, host }: Site) {
  const answer = response as unknown as RegistrationResponseJSON;
  const checked = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => undefined);
  return checked?.registrationInfo?.credential;
}
