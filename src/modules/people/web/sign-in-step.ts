// SPDX-License-Identifier: EUPL-1.2
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Visit } from '../../../kernel/page.ts';
import { isSecure } from './identify.ts';

const name = 'fachwerk-step';

/** Keeps the ticket between the steps of signing in, in this browser alone and for minutes. */
export function keepStep({ context, runtime }: Visit, ticket: string): void {
  setCookie(context, name, ticket, { httpOnly: true, secure: isSecure(runtime), sameSite: 'Lax', path: '/sign-in', maxAge: 300 });
}

/** The ticket of the step before; undefined when there was none. */
export function stepOfSignIn({ context }: Visit): string | undefined {
  return getCookie(context, name);
}

/** The steps are over. */
export function endSteps({ context, runtime }: Visit): void {
  deleteCookie(context, name, { path: '/sign-in', secure: isSecure(runtime) });
}
