// SPDX-License-Identifier: EUPL-1.2
import type { Runtime } from '../../../kernel/runtime.ts';
import { asSignIn, findByEmail } from '../store/accounts.ts';
import { issueChallenge, takeChallenge } from '../store/challenges.ts';

/** Remembers what must match when the browser comes back from the identity provider; the ticket stays in the browser. */
export function beginWithProvider(runtime: Runtime, content: object): Promise<string> {
  const at = runtime.clock.now();
  return runtime.database.transaction(asSignIn, at, (tx) => issueChallenge(tx, 'oidc', { content, at }));
}

/** The way back: what was remembered works once, and the address the provider confirmed names a person with access. */
export const endWithProvider = {
  take<Content>(runtime: Runtime, ticket: string): Promise<Content | undefined> {
    const at = runtime.clock.now();
    return runtime.database.transaction(asSignIn, at, (tx) => takeChallenge<Content>(tx, 'oidc', { ticket, at }));
  },
  find(runtime: Runtime, email: string): Promise<string | undefined> {
    return runtime.database.read(asSignIn, runtime.clock.now(), (tx) => findByEmail(tx, email));
  },
};
