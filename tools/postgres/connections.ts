// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';

/** How the three roles of the application reach the database. */
export interface Connections {
  /** Owns the schema; migrations only. */
  readonly owner: pg.PoolConfig;
  /** The application: owns nothing, cannot bypass row level security. */
  readonly app: pg.PoolConfig;
  /** Moves the journal's inbox into the tree. */
  readonly sequencer: pg.PoolConfig;
}

/** Where a server is, without a user. */
export type Address = Pick<pg.PoolConfig, 'host' | 'port' | 'ssl'>;

/** User and password; without a password the server trusts the socket. */
export interface Credentials {
  readonly user: string;
  readonly password?: string | undefined;
}

/** Who signs in for which part. */
export type Roles = Readonly<Record<keyof Connections, Credentials>>;

const poolSizes: Record<keyof Connections, number> = { owner: 4, app: 20, sequencer: 3 };

/** A migration may build an index over the stock of years; everything else must answer within seconds. */
const forMigrations = {
  query_timeout: 3_600_000,
  statement_timeout: 3_590_000,
  lock_timeout: 3_590_000, // of nodes that start together, all but one wait for the migration
  idle_in_transaction_session_timeout: 600_000,
};

/** Configurations for one database of a server. */
export function connectionsTo(address: Address, database: string, roles: Roles): Connections {
  const of = (part: keyof Connections): pg.PoolConfig => ({
    ...timeouts,
    ...address,
    database,
    user: roles[part].user,
    ...(roles[part].password === undefined ? {} : { password: roles[part].password }),
    max: poolSizes[part],
    application_name: `fachwerk-${part}`,
  });
  return { owner: { ...of('owner'), ...forMigrations }, app: of('app'), sequencer: of('sequencer') };
}
