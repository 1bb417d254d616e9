// SPDX-License-Identifier: EUPL-1.2
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { asSignIn, isActive } from '../store/accounts.ts';
import { issueChallenge, takeChallenge } from '../store/challenges.ts';
import { findPasskey, type Passkey, saveCounter } from '../store/passkeys.ts';
import type { Site } from './register-passkey.ts';

/** What a browser needs to sign with a passkey, and the ticket for its answer. It names no account: the device knows whose it is. */
export async function passkeySignInOptions(runtime: Runtime, site: Site) {
  const at = runtime.clock.now();
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' });
  const content = { challenge: options.challenge };
  const ticket = await runtime.database.transaction(asSignIn, at, (tx) => issueChallenge(tx, 'passkey-sign-in', { content, at }));
  return { options, ticket };
}

/** Checks the device's signature. Passkeys are never slowed down: they cannot be guessed, and so stay a way in while passwords are under attack. */
export async function signInWithPasskey(
  runtime: Runtime,
  answer: { ticket: string; response: Record<string, unknown>; site: Site },
): Promise<string | Refusal> {
  const { database, clock } = runtime;
  const at = clock.now();
  const { ticket, response, site } = answer;
  return database.transaction(asSignIn, at, async (tx) => {
    const challenge = await takeChallenge<{ challenge: string }>(tx, 'passkey-sign-in', { ticket, at });
    if (!challenge) return new Refusal('invalid', 'people.sign-in.expired');
    const passkey = typeof response['id'] === 'string' ? await findPasskey(tx, response['id']) : undefined;
    const counter = passkey && (await verifiedCounter(response, challenge.challenge, { site, passkey }));
    if (!passkey || counter === undefined || !(await isActive(tx, passkey.person)))
      return new Refusal('not-permitted', 'people.passkey.not-verified');
    await saveCounter(tx, passkey.id, counter);
    return passkey.person;
  });
}

/** The library throws at whatever a hostile browser sends: for us that is a no like any other. */
async function verifiedCounter(
  response: Record<string, unknown>,
  expectedChallenge: string,
  { site, passkey }: { site: Site; passkey: Passkey },
): Promise<number | undefined> {
  const checked = await verifyAuthenticationResponse({
    response: response as unknown as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}
