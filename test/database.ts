// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { type Connections, connectionsTo } from '../tools/postgres/connections.ts';
import { withClient } from '../tools/postgres/roles.ts';
import { clusterVariable, type OpenTestCluster, openTestCluster, type TestCluster } from './cluster.ts';

/** A migrated database of one's own. */
export interface TestDatabase {
  readonly connections: Connections;
  /** The server's superuser in this database: for faults and for looking behind the scenes only. */
  readonly admin: pg.ClientConfig;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template database: a few dozen milliseconds, alone for the caller. */
export async function testDatabase(): Promise<TestDatabase> {
  const { admin, address, roles, template } = await findCluster();
  const name = `${template}_${randomBytes(5).toString('hex')}`;
  const [database, source, owner] = [name, template, roles.owner.user].map(pg.escapeIdentifier);
  await withClient(admin, async (client) => {
    await client.query(`create database ${database} template ${source} owner ${owner}`);
    await client.query(`revoke all on database ${database} from public`); // rights on the database itself are not copied
    await client.query(`grant connect on database ${database} to fachwerk_app, fachwerk_sequencer`);
  });
  const drop = () =>
    withClient(admin, async (client) => void (await client.query(`drop database if exists ${database} with (force)`)));
  return { connections: connectionsTo(address, name, roles), admin: { ...admin, database: name }, drop };
}

let own: Promise<OpenTestCluster> | undefined;

/** The run's server; a test file that is started by itself gets its own. */
async function findCluster(): Promise<TestCluster> {
  const given = process.env[clusterVariable];
  if (given) return JSON.parse(given) as TestCluster;
  own ??= openTestCluster();
  return (await own).cluster;
}

after(async () => (await own)?.close());
