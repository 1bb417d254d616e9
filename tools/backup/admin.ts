// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { type Connections, openConnections, parseUrl } from '../postgres/index.ts';
import { withClient } from '../postgres/roles.ts';

/** A connection that sees every row, and the application's own ones beside it. */
export interface AdminAccess {
  readonly admin: pg.ClientConfig;
  readonly connections: Connections;
  close(): Promise<void>;
}

/** Opens the installation's database for saving or restoring: the embedded one as its superuser, an external one as the user of its address. */
export async function adminOf(dataDir: string, databaseUrl: string | undefined): Promise<AdminAccess> {
  const database = await openConnections({ dataDir, databaseUrl, guest: true });
  const { host, port, ssl, database: name } = database.connections.owner;
  const admin: pg.ClientConfig = databaseUrl ? parseUrl(databaseUrl) : { host, port, ssl, database: name, user: 'postgres' };
  if (databaseUrl) await refuseBlindness(admin);
  return { admin, connections: database.connections, close: database.stop };
}

/** Row level security is forced on everybody: a role that may not look past it would save, and notice nothing missing. */
async function refuseBlindness(admin: pg.ClientConfig): Promise<void> {
  const sees = await withClient(admin, async (client) => {
    const { rows } = await client.query<{ sees: boolean }>(
      'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
    );
    return rows[0]?.sees === true;
  });
  if (!sees)
    throw new Error(
      'Der Benutzer aus DATABASE_URL sieht nicht jede Zeile. Für Sicherung und Rückspielen braucht er BYPASSRLS: alter role … bypassrls',
    );
}
