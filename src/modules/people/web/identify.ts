// SPDX-License-Identifier: EUPL-1.2
import type { Context } from 'hono';
import type { Caller } from '../../../kernel/command.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { findSession, needsTouch, sessionToken, touchSession } from '../../../kernel/session.ts';
import { callerActing, callerOf } from '../queries/caller.ts';

const nobody: Caller = { person: null, permissions: new Set() };
const asSessions = { person: null, system: 'people.identify' } as const;

/** True when cookies travel over TLS alone. */
export function isSecure(runtime: Runtime): boolean {
  return runtime.config.publicUrl?.startsWith('https:') ?? false;
}

/**
 * Finds out who asks, for every request anew: what is taken away is gone with the next click, not with the next sign-in.
 */
export function identify(runtime: Runtime): (context: Context) => Promise<Caller> {
  const { database, clock } = runtime;
  return async (context) => {
    const token = sessionToken(context, isSecure(runtime));
    if (token === undefined) return nobody;
    const at = clock.now();
    const found = await database.read(asSessions, at, async (tx) => {
      const session = await findSession(tx, token, at);
      const caller = session && (await callerOf(tx, session));
      return caller && { session, caller };
    });
    if (!found) return nobody;
    if (needsTouch(found.session, at)) await database.transaction(asSessions, at, (tx) => touchSession(tx, found.session.id, at));
    return found.caller;
  };
}

/**
 * Who a secret speaks for that was given to a person, perhaps while they represented somebody: asked anew with every use, so that it ends
 * with the person's service and with the substitution.
 */
export function identifyHolder(
  { database, clock }: Runtime,
  holder: { person: string; onBehalfOf: string | null },
): Promise<Caller | undefined> {
  return database.read(asSessions, clock.now(), (tx) => callerActing(tx, holder));
}
