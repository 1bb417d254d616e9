// SPDX-License-Identifier: EUPL-1.2
import { type Caller, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { mayBind } from '../rules/first-binding.ts';
import type { ProviderIdentity } from '../rules/identity-provider.ts';
import { asSignIn, findByEmail } from '../store/accounts.ts';
import { issueChallenge, takeChallenge } from '../store/challenges.ts';
import { personOfIdentity } from '../store/identities.ts';
import { bindIdentity } from './bind-identity.ts';

/** Remembers what must match when the browser comes back from the identity provider; the ticket stays in the browser. */
export function beginWithProvider(runtime: Runtime, content: object): Promise<string> {
  const at = runtime.clock.now();
  return runtime.database.transaction(asSignIn, at, (tx) => issueChallenge(tx, 'oidc', { content, at }));
}

/** What was remembered works once. */
export function endWithProvider<Content>(runtime: Runtime, ticket: string): Promise<Content | undefined> {
  const at = runtime.clock.now();
  return runtime.database.transaction(asSignIn, at, (tx) => takeChallenge<Content>(tx, 'oidc', { ticket, at }));
}

/**
 * Who came back: by the binding of the account, or, the first time, by the address the provider vouches for; then the account is bound.
 * `signedIn` is who only proves again: an account never turns one into somebody else.
 */
export async function whoCameBack(
  runtime: Runtime,
  identity: ProviderIdentity,
  signedIn: string | null,
): Promise<string | Refusal> {
  const { known, addressed } = await runtime.database.read(asSignIn, runtime.clock.now(), async (tx) => ({
    known: await personOfIdentity(tx, identity),
    addressed: identity.email === undefined ? undefined : await findByEmail(tx, identity.email),
  }));
  const person = known?.active ? known.person : addressed;
  const no = mayBind({ person, signedIn, formerly: known?.active === false, boundOtherwise: false, addressWaits: false });
  if (no || person === undefined) return no ?? new Refusal('not-permitted', 'people.sign-in.unknown-identity');
  if (known) return person;
  const caller: Caller = { ...asSignIn, person, permissions: new Set() };
  const outcome = await execute(runtime, bindIdentity, identity, caller, { key: newId() });
  return outcome instanceof Refusal ? outcome : person;
}
