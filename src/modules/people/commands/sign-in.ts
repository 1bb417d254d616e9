// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { beginSession, endSession, endSessionsOf, findSession } from '../../../kernel/session.ts';
import { type Account, asSignIn, findAccount, foldAccount } from '../store/accounts.ts';
import { issueChallenge, readChallenge, takeChallenge, useCode } from '../store/challenges.ts';
import { checkPassword } from '../store/password.ts';
import { carryRepresentation } from '../store/sessions.ts';
import { type Attempt, type Bucket, bucketsOf, forgiveAttempt, reserveAttempt, welcomeAttempt } from '../store/throttle.ts';
import { findTotp, stepOf } from '../store/totp.ts';

// Signing in is no act: nothing of it stands in the journal, because a journal of sign-ins would be a record of presence
// (staff council, § 72 LPVG NRW). These functions write technical state alone: counters, tickets, sessions.

/** What the first step leaves for the second. */
interface HalfWay {
  readonly person: string;
  readonly account: string;
}

/** A ticket for the second step of signing in. */
export interface Ticket {
  readonly ticket: string;
}

/** First step: account and password. Unknown accounts take as long and get the same answer. */
export async function signInWithPassword(
  runtime: Runtime,
  typed: { account: string; password: string; network: string },
): Promise<Ticket | Refusal> {
  const { database, clock } = runtime;
  const at = clock.now();
  const attempt: Attempt = { account: foldAccount(typed.account), network: typed.network };
  const begun = await database.transaction(asSignIn, at, (tx) => beginAttempt(tx, attempt, at));
  if (begun.wait > 0) return tooMany(begun.wait);
  const right = await checkPassword(typed.password, begun.account?.password);
  if (!right || !begun.account)
    return new Refusal('not-permitted', 'people.sign-in.wrong', {}, { account: 'people.sign-in.wrong' });
  const content: HalfWay = { person: begun.account.person, account: attempt.account };
  return database.transaction(asSignIn, at, async (tx) => {
    await forgiveAttempt(tx, begun.buckets, at);
    return { ticket: await issueChallenge(tx, 'code', { content, at }) };
  });
}

interface Begun {
  readonly wait: number;
  readonly buckets: readonly Bucket[];
  readonly account: Account | undefined;
}

async function beginAttempt(tx: Tx, attempt: Attempt, at: Date): Promise<Begun> {
  const buckets = await bucketsOf(tx, attempt);
  const wait = await reserveAttempt(tx, buckets, at);
  return { wait, buckets, account: await findAccount(tx, attempt.account) };
}

/** Second step: the one-time code. Wrong codes count like wrong passwords. Answers with the person. */
export async function signInWithCode(
  runtime: Runtime,
  typed: { ticket: string; code: string; network: string },
): Promise<string | Refusal> {
  const { database, clock } = runtime;
  const at = clock.now();
  const { ticket, network } = typed;
  const begun = await database.transaction(asSignIn, at, async (tx) => {
    const half = await readChallenge<HalfWay>(tx, 'code', { ticket, at });
    if (!half) return undefined;
    const attempt: Attempt = { account: half.account, network };
    const buckets = await bucketsOf(tx, attempt);
    return { half, attempt, buckets, wait: await reserveAttempt(tx, buckets, at) };
  });
  if (!begun) return new Refusal('invalid', 'people.sign-in.expired');
  if (begun.wait > 0) return tooMany(begun.wait);
  const { person } = begun.half;
  return database.transaction(asSignIn, at, async (tx) => {
    if (!(await codeIsRight(tx, runtime, { person, code: typed.code, at })))
      return new Refusal('not-permitted', 'people.totp.wrong-code', {}, { code: 'people.totp.wrong-code' });
    if (!(await takeChallenge(tx, 'code', { ticket, at }))) return new Refusal('invalid', 'people.sign-in.expired');
    await welcomeAttempt(tx, begun, at);
    return person;
  });
}

/** Right now, and not used before. */
async function codeIsRight(
  tx: Tx,
  { vault }: Runtime,
  { person, code, at }: { person: string; code: string; at: Date },
): Promise<boolean> {
  const secret = await findTotp(tx, vault, person);
  const step = secret === undefined ? undefined : stepOf(secret, code.replaceAll(/\s/g, ''), at);
  return step !== undefined && (await useCode(tx, { person, step, at }));
}

/** Begins a session for somebody who has proven who they are; the session of this browser before, if any, ends (no fixation). */
export async function beginSignedIn(runtime: Runtime, person: string, before: string | undefined): Promise<string> {
  const at = runtime.clock.now();
  return runtime.database.transaction(asSignIn, at, async (tx) => {
    const token = await beginSession(tx, person, at);
    const old = before === undefined ? undefined : await findSession(tx, before, at);
    const now = await findSession(tx, token, at);
    if (old && now) {
      if (old.person === person) await carryRepresentation(tx, old.id, now.id);
      await endSession(tx, old.id);
    }
    return token;
  });
}

/** Ends the session of this browser. */
export async function signOut(runtime: Runtime, token: string): Promise<void> {
  const at = runtime.clock.now();
  await runtime.database.transaction(asSignIn, at, async (tx) => {
    const session = await findSession(tx, token, at);
    if (session) await endSession(tx, session.id);
  });
}

function tooMany(seconds: number): Refusal {
  return new Refusal('too-many', seconds > 90 ? 'people.sign-in.wait-minutes' : 'people.sign-in.wait-seconds', {
    n: seconds > 90 ? Math.ceil(seconds / 60) : seconds,
  });
}

/** Ends all sessions of a person but this one. */
export async function endOtherSessions(runtime: Runtime, person: string, session: string | undefined): Promise<void> {
  await runtime.database.transaction(asSignIn, runtime.clock.now(), (tx) => endSessionsOf(tx, person, session));
}
