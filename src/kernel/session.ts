// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Tx } from './database.ts';

/** A signed-in browser. The token itself is never stored, only its hash. */
export interface Session {
  readonly id: string;
  readonly person: string;
  /** When the person last proved who they are; sensitive acts ask again after some minutes. */
  readonly provenAt: Date;
  readonly expiresAt: Date;
}

/** How long a session lasts without use, and at the longest (a working day). */
export const sessionLimits = { idleMinutes: 60, absoluteHours: 12, touchMinutes: 5, skewMinutes: 5 } as const;

const minute = 60_000;

/** Begins a session and returns the token for the cookie; whoever had a token before gets a new one (no fixation). */
export async function beginSession(tx: Tx, person: string, at: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const ends = new Date(at.getTime() + sessionLimits.absoluteHours * 60 * minute);
  const idle = new Date(at.getTime() + sessionLimits.idleMinutes * minute);
  await tx.query('insert into kernel.session (id, person, proven_at, ends_at, idle_until) values ($1, $2, $3, $4, $5)', [
    hashOf(token),
    person,
    at,
    ends,
    idle,
  ]);
  return token;
}

/**
 * The session of a token, if it is valid now; its idle limit moves on in coarse steps, so that it is no record of presence. One that begins
 * in the future is not: a clock that was set back must not lengthen sessions or bring ended ones back.
 */
export async function findSession(tx: Tx, token: string, at: Date): Promise<Session | undefined> {
  const [row] = await tx.query<{ person: string; proven_at: Date; ends_at: Date; idle_until: Date }>(
    'select person, proven_at, ends_at, idle_until from kernel.session where id = $1 and ends_at > $2 and idle_until > $2 and proven_at <= $3',
    [hashOf(token), at, new Date(at.getTime() + sessionLimits.skewMinutes * minute)],
  );
  if (!row) return undefined;
  return {
    id: hashOf(token),
    person: row.person,
    provenAt: row.proven_at,
    expiresAt: new Date(Math.min(row.ends_at.getTime(), row.idle_until.getTime())),
  };
}

/** True when the idle limit should be moved on: at most every five minutes. */
export function needsTouch(session: Session, at: Date): boolean {
  const left = session.expiresAt.getTime() - at.getTime();
  return left < (sessionLimits.idleMinutes - sessionLimits.touchMinutes) * minute;
}

/** Moves the idle limit on. */
export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update kernel.session set idle_until = $2 where id = $1', [
    id,
    new Date(at.getTime() + sessionLimits.idleMinutes * minute),
  ]);
}

/** The person proved again who they are. */
export async function renewProof(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update kernel.session set proven_at = $2 where id = $1', [id, at]);
}

/** Ends one session. */
export async function endSession(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from kernel.session where id = $1', [id]);
}

/** Ends all sessions of a person, e.g. after a change of password. */
export async function endSessionsOf(tx: Tx, person: string, except?: string): Promise<void> {
  await tx.query('delete from kernel.session where person = $1 and id is distinct from $2', [person, except ?? null]);
}

/** Removes what has expired. */
export async function sweepSessions(tx: Tx, at: Date): Promise<void> {
  await tx.query('delete from kernel.session where ends_at <= $1 or idle_until <= $1', [at]);
}

/** Reads the cookie. */
export function sessionToken(context: Context, secure: boolean): string | undefined {
  return getCookie(context, cookieName(secure));
}

/** Sets the cookie: not readable by scripts, sent to this host alone, never across sites. */
export function setSessionCookie(context: Context, token: string, secure: boolean): void {
  setCookie(context, cookieName(secure), token, { httpOnly: true, secure, sameSite: 'Lax', path: '/' });
}

/** Removes the cookie. */
export function clearSessionCookie(context: Context, secure: boolean): void {
  deleteCookie(context, cookieName(secure), { path: '/', secure });
}

function cookieName(secure: boolean): string {
  return secure ? '__Host-fachwerk' : 'fachwerk';
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
