// SPDX-License-Identifier: EUPL-1.2
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Visit } from '../../../kernel/page.ts';
import { type Refusal, statusOf } from '../../../kernel/refusal.ts';
import { sessionToken, setSessionCookie } from '../../../kernel/session.ts';
import { beginSignedIn } from '../commands/sign-in.ts';
import { networkOf } from '../rules/network.ts';
import { isSecure } from './identify.ts';

/** Where we are: the public address if the operator named one, else what the request says. */
export function siteOf({ runtime, context }: Visit): { origin: string; host: string } {
  const { origin, hostname } = new URL(runtime.config.publicUrl ?? context.req.url);
  return { origin, host: hostname };
}

/** The network a request comes from. A proxy on this machine is believed about the address it forwards; nobody else is. */
export function networkOfRequest(context: Context): string {
  const onNetwork = (context.env as { incoming?: unknown } | undefined)?.incoming !== undefined;
  const peer = onNetwork ? (getConnInfo(context).remote.address ?? '') : '127.0.0.1';
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const fromProxy = /^(::ffff:)?127\.|^::1$|^$/.test(peer);
  return networkOf(fromProxy && forwarded ? forwarded : peer);
}

/** Signed in: a new session, never the one the browser came with. */
export async function welcome({ runtime, context }: Visit, person: string): Promise<void> {
  const secure = isSecure(runtime);
  setSessionCookie(context, await beginSignedIn(runtime, person, sessionToken(context, secure)), secure);
}

/** The same page once more, with the reason and what was typed; for forms that are no command. */
export function shownAgain(
  visit: Visit,
  form: string,
  refused: { refusal: Refusal | undefined; entered: Record<string, unknown> },
): Visit {
  return {
    ...visit,
    ...refused,
    enteredIn: form,
    html: (markup, status) => visit.html(markup, status ?? (refused.refusal ? statusOf(refused.refusal) : 200)),
  };
}
