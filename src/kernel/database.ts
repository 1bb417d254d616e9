// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import pg from 'pg';
import { Refusal } from './refusal.ts';

/** A running transaction: plain SQL in, rows out. */
export interface Tx {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** In whose name a transaction runs: row level security reads it (`fw.person`, `fw.system`, `fw.at`). */
export interface Identity {
  /** Person's id, or null for nobody. */
  readonly person: string | null;
  /** Name of the background work that acts without a person, e.g. `records.read-content`. */
  readonly system?: string | undefined;
}

/** The database as the application sees it: as a role that owns nothing and cannot bypass row level security. */
export interface Database {
  /** Runs `work` in one transaction; a `Refusal` as result rolls everything back. */
  transaction<T>(as: Identity, at: Date, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same, read-only. */
  read<T>(as: Identity, at: Date, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Connections in use, idle and waited for. */
  load(): { total: number; idle: number; waiting: number };
  close(): Promise<void>;
}

/** Limits for every connection: a partitioned network must not hang a request (every call ends within 10 s). */
export const timeouts = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 8_500, // with the roll back after it still below ten seconds on a busy machine
  statement_timeout: 8_000,
  lock_timeout: 3_000, // one act may wait at several locks, one after the other
  idle_in_transaction_session_timeout: 15_000,
  keepAlive: true,
} as const satisfies pg.PoolConfig;

const int8 = 20;
const date = 1082;
pg.types.setTypeParser(int8, Number);
pg.types.setTypeParser(date, (text) => text); // a legal date has no time zone: keep `YYYY-MM-DD`

/** Opens the pool of the application. */
export function openDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({ max: 20, ...timeouts, ...config });
  pool.on('error', () => {}); // an idle connection died; the next request gets a new one or a clear error
  pool.on('connect', (client) => client.on('error', () => {})); // one in use died: its query rejects, the process must live
  const run = <T>(opening: string, as: Identity, at: Date, work: (tx: Tx) => Promise<T>) =>
    retrying(() => inTransaction(pool, `${opening}; ${settings(as, at)}`, work));
  return {
    transaction: (as, at, work) => run('begin', as, at, work),
    read: (as, at, work) => run('begin read only', as, at, work),
    load: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

const names = new Map<string, string>();

/** Named statements are planned once a connection: with row level security, planning costs more than running. */
function prepared(text: string, values: readonly unknown[] = []): pg.QueryConfig {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 40);
  names.set(text, name);
  return { name, text, values: values as unknown[] };
}

/** A server that did not answer the query will not answer this either: the request must not wait for it twice. */
const rollback = { text: 'rollback', query_timeout: 500 };

async function inTransaction<T>(pool: pg.Pool, opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const tx: Tx = { query: async (sql, values) => (await client.query(prepared(sql, values))).rows };
  try {
    await client.query(opening);
    const result = await work(tx);
    await client.query(result instanceof Refusal ? 'rollback' : 'commit');
    return result;
  } catch (fault) {
    await client.query(rollback).catch((error: Error) => {
      broken = error; // the connection itself is gone: do not give it back to the pool
    });
    throw fault;
  } finally {
    client.release(broken);
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const systemName = /^[a-z][a-z0-9.-]{0,60}$/;

/** One round trip with `begin`; the values are checked because `set local` takes no parameters. */
function settings({ person, system }: Identity, at: Date): string {
  if (person !== null && !uuid.test(person)) throw new Error('identity is not a uuid');
  if (system !== undefined && !systemName.test(system)) throw new Error('system name is malformed');
  return `set local fw.person = '${person ?? ''}'; set local fw.system = '${system ?? ''}'; set local fw.at = '${at.toISOString()}'`;
}

const serialization = '40001';
const deadlock = '40P01';

/** True when the whole transaction is to be run again. */
export function isRepeatable(fault: unknown): boolean {
  const { code } = fault as { code?: string };
  return code === serialization || code === deadlock;
}

/** A deadlock or a serialization failure is nobody's fault: the whole transaction runs again, at most three times. */
async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 2; ; left -= 1) {
    try {
      return await attempt();
    } catch (fault) {
      if (left === 0 || !isRepeatable(fault)) throw fault;
    }
  }
}
