// SPDX-License-Identifier: EUPL-1.2
/** The user's choice of appearance; no choice means: as the device. */
export type Theme = 'light' | 'dark';

/** Name of the cookie that carries the choice, so that the first byte of the next page is right and nothing flashes. */
export const themeCookieName = 'fachwerk-theme';

/** The choice from a `Cookie` header. */
export function readTheme(cookieHeader: string | undefined): Theme | undefined {
  const match = /(?:^|;\s*)fachwerk-theme=(light|dark)(?:;|$)/.exec(cookieHeader ?? '');
  return match ? (match[1] as Theme) : undefined;
}

/** A `Set-Cookie` value that keeps the choice for a year, or drops it with `auto`. */
export function themeCookie(choice: Theme | 'auto'): string {
  const kept = choice === 'auto' ? '; Max-Age=0' : '; Max-Age=31536000';
  return `${themeCookieName}=${choice === 'auto' ? '' : choice}; Path=/; SameSite=Lax${kept}`;
}
