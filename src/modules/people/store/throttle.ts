// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';
import { type BrakeName, brakes, delayAfter, forgottenAfter } from '../rules/throttle.ts';

/** One attempt to sign in: for which account, from where. */
export interface Attempt {
  /** What was typed as account, folded. */
  readonly account: string;
  readonly network: string;
}

/** A counter that an attempt was counted on. */
export interface Bucket {
  readonly name: BrakeName;
  readonly id: Buffer;
}

const knownForDays = 90;
const movedAfterDays = 14;

/** The counters of an attempt. From a network the account signed in from before, nothing that happens elsewhere counts. */
export async function bucketsOf(tx: Tx, attempt: Attempt): Promise<readonly Bucket[]> {
  const mark = await markOf(tx);
  const pair = mark(`pair ${attempt.account} ${attempt.network}`);
  const known = await tx.query('select from people.known_network where mark = $1 and good_until >= kernel.today()', [pair]);
  if (known.length > 0) return [{ name: 'known', id: pair }];
  // Always in the same order: two attempts that lock the same counters must not wait for each other.
  return [
    { name: 'network', id: mark(`network ${attempt.network}`) },
    { name: 'account', id: mark(`account ${attempt.account}`) },
  ];
}

/**
 * Counts an attempt before it is checked, so that a thousand at once are not all the first. Answers with the seconds to wait;
 * an attempt that has to wait is neither checked nor counted.
 */
export async function reserveAttempt(tx: Tx, buckets: readonly Bucket[], at: Date): Promise<number> {
  const found: (Bucket & { failures: number; wait: number })[] = [];
  for (const bucket of buckets) found.push({ ...bucket, ...(await lockBucket(tx, bucket, at)) });
  const wait = Math.max(0, ...found.map((bucket) => bucket.wait));
  if (wait > 0) return wait;
  for (const { name, id, failures } of found) await setFailures(tx, { name, id }, { failures: failures + 1, at });
  return 0;
}

async function lockBucket(tx: Tx, { id }: Bucket, at: Date): Promise<{ failures: number; wait: number }> {
  const [row] = await tx.query<{ failures: number; blockedUntil: Date }>(
    `insert into people.throttle (bucket, failures, blocked_until, expires_at) values ($1, 0, $2, $3)
     on conflict (bucket) do update
       set failures = case when people.throttle.expires_at <= $2 then 0 else people.throttle.failures end,
           blocked_until = case when people.throttle.expires_at <= $2 then $2 else people.throttle.blocked_until end
     returning failures, blocked_until as "blockedUntil"`,
    [id, at, new Date(at.getTime() + forgottenAfter * 1_000)],
  );
  if (!row) throw new Error('attempt could not be counted');
  return { failures: row.failures, wait: Math.ceil((row.blockedUntil.getTime() - at.getTime()) / 1_000) };
}

async function setFailures(tx: Tx, { name, id }: Bucket, { failures, at }: { failures: number; at: Date }): Promise<void> {
  const until = new Date(at.getTime() + delayAfter(brakes[name], failures) * 1_000);
  await tx.query('update people.throttle set failures = $2, blocked_until = $3, expires_at = $4 where bucket = $1', [
    id,
    failures,
    until,
    new Date(at.getTime() + forgottenAfter * 1_000),
  ]);
}

/** The attempt was right: it does not count. */
export async function forgiveAttempt(tx: Tx, buckets: readonly Bucket[], at: Date): Promise<void> {
  await tx.query('update people.throttle set failures = greatest(failures - 1, 0), blocked_until = $2 where bucket = any ($1)', [
    buckets.map(({ id }) => id),
    at,
  ]);
}

/**
 * Signed in: the account's own counter starts anew. The network's forgets what this attempt was counted, and no more, else an
 * attacker with one account could reset it. The network counts as known from now on; its day moves at most every two weeks, so
 * it is no record of presence.
 */
export async function welcomeAttempt(
  tx: Tx,
  { attempt, buckets }: { attempt: Attempt; buckets: readonly Bucket[] },
  at: Date,
): Promise<void> {
  const mark = await markOf(tx);
  const pair = mark(`pair ${attempt.account} ${attempt.network}`);
  await forgiveAttempt(
    tx,
    buckets.filter(({ name }) => name === 'network'),
    at,
  );
  await tx.query('delete from people.throttle where bucket = any ($1)', [[pair, mark(`account ${attempt.account}`)]]);
  await tx.query(
    `insert into people.known_network (mark, good_until) values ($1, kernel.today() + $2::int)
     on conflict (mark) do update set good_until = excluded.good_until where people.known_network.good_until < excluded.good_until - $3::int`,
    [pair, knownForDays, movedAfterDays],
  );
}

/** Neither accounts nor addresses are kept, only their keyed digests. */
async function markOf(tx: Tx): Promise<(text: string) => Buffer> {
  const [row] = await tx.query<{ pepper: Buffer }>('select pepper from people.installation');
  if (!row) throw new Error('installation is missing');
  return (text) => createHmac('sha256', row.pepper).update(text).digest();
}
