// SPDX-License-Identifier: EUPL-1.2

const start = '/';

/** Where to go after signing in: an address of ours, never a foreign one that a link has smuggled in (open redirect). */
export function safePath(wanted: string | undefined): string {
  // Browsers read a backslash as a slash and skip tabs and line ends: `/\evil.example` and `/\t/evil.example` would leave us.
  if (wanted === undefined || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(wanted)) return start;
  return wanted.startsWith('/sign-in') ? start : wanted;
}
