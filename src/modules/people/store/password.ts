// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Tx } from '../../../kernel/database.ts';

/** A password as it is kept: never itself, only what checks it. */
export interface PasswordRecord {
  readonly salt: Buffer;
  readonly hash: Buffer;
  /** scrypt's N, r and p (RFC 7914), kept with each password so that they can grow. */
  readonly cost: number;
  readonly block: number;
  readonly lanes: number;
}

const current = { cost: 2 ** 15, block: 8, lanes: 3 } as const;
const hashBytes = 32;
const saltBytes = 16;

/** Stands in for the record of somebody who does not exist: asking for them takes as long as asking for anybody. */
const nobody: PasswordRecord = { salt: randomBytes(saltBytes), hash: randomBytes(hashBytes), ...current };

/** Makes the record of a new password. */
export async function hashPassword(password: string): Promise<PasswordRecord> {
  const salt = randomBytes(saltBytes);
  return { salt, hash: await derive(password, { salt, ...current }), ...current };
}

/** Checks a password in constant time; without a record it takes just as long and is always wrong. */
export async function checkPassword(password: string, record: PasswordRecord | undefined): Promise<boolean> {
  const { hash, ...parameters } = record ?? nobody;
  const derived = await derive(password, parameters);
  return timingSafeEqual(derived, hash) && record !== undefined;
}

function derive(password: string, { salt, cost, block, lanes }: Omit<PasswordRecord, 'hash'>): Promise<Buffer> {
  // The same word typed on another keyboard may come in other code points (RFC 8265 section 4).
  const bytes = Buffer.from(password.normalize('NFKC'));
  const options = { N: cost, r: block, p: lanes, maxmem: 256 * cost * block };
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, hashBytes, options, (fault, key) => (fault ? reject(fault) : resolve(key)));
  });
}

/** Keeps a password; the one before is gone. */
export async function savePassword(tx: Tx, person: string, { salt, hash, cost, block, lanes }: PasswordRecord): Promise<void> {
  await tx.query(
    `insert into people.password (person, salt, hash, cost, block, lanes) values ($1, $2, $3, $4, $5, $6)
     on conflict (person) do update set salt = excluded.salt, hash = excluded.hash, cost = excluded.cost, block = excluded.block, lanes = excluded.lanes`,
    [person, salt, hash, cost, block, lanes],
  );
}

/** The record of a person's password; undefined when there is none. */
export async function findPassword(tx: Tx, person: string): Promise<PasswordRecord | undefined> {
  const [row] = await tx.query<PasswordRecord>('select salt, hash, cost, block, lanes from people.password where person = $1', [
    person,
  ]);
  return row;
}
