// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Credentials, Roles } from './connections.ts';

/** Passwords of the roles; empty where the socket is trusted. */
export type Passwords = Partial<Record<RoleName, string>>;

/** The roles that Fachwerk makes. */
export type RoleName = 'fachwerk_owner' | 'fachwerk_app' | 'fachwerk_sequencer';

/** What `ensureRoles` may do. */
export interface RoleOptions {
  /** Passwords that are known already. */
  readonly passwords?: Passwords | undefined;
  /** True at an external server: a role without a known password gets a random one. False where the socket is trusted. */
  readonly external?: boolean;
}

/** Who signs in for which part, and the passwords to keep (keys/database.json, 0600). */
export interface EnsuredRoles {
  readonly roles: Roles;
  readonly passwords: Passwords;
}

interface Caller {
  readonly name: string;
  readonly isSuper: boolean;
  readonly mayCreateRoles: boolean;
  readonly existing: readonly string[];
}

/** PostgreSQL gives every role these by default; said aloud, because everything rests on them. */
const powerless = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/**
 * Makes sure that there are `fachwerk_owner` (owns the schema), `fachwerk_app` and `fachwerk_sequencer` (own nothing, cannot bypass row level
 * security). A user of an external server who is no superuser is the owner himself. Throws a German sentence with the SQL to run.
 */
export async function ensureRoles(
  admin: pg.ClientConfig,
  { passwords = {}, external = false }: RoleOptions = {},
): Promise<EnsuredRoles> {
  return withClient(admin, async (client) => {
    const caller = await askCaller(client);
    const names: RoleName[] = caller.isSuper
      ? ['fachwerk_owner', 'fachwerk_app', 'fachwerk_sequencer']
      : ['fachwerk_app', 'fachwerk_sequencer'];
    const missing = names.filter((name) => !caller.existing.includes(name));
    const known = external ? complete(passwords, missing) : passwords;
    refuseUnknown(caller, missing, external ? names.filter((name) => known[name] === undefined) : []);
    for (const name of missing)
      await client.query(`create role ${name} ${powerless}${passwordClause(known[name])}`).catch(ifRaced);
    const of = (name: RoleName): Credentials => ({ user: name, password: external ? known[name] : undefined });
    const owner = caller.isSuper ? of('fachwerk_owner') : { user: caller.name, password: passwordOf(admin) };
    return { roles: { owner, app: of('fachwerk_app'), sequencer: of('fachwerk_sequencer') }, passwords: external ? known : {} };
  });
}

/** Makes the database, sorted by code point so that no library update can damage an index; does nothing if it exists. */
export async function ensureDatabase(admin: pg.ClientConfig, name: string, owner: string): Promise<void> {
  await withClient(admin, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0)
      await client
        .query(`create database ${pg.escapeIdentifier(name)} template template0 owner ${pg.escapeIdentifier(owner)}`)
        .catch(ifRaced);
  });
}

/** Inside the database: the extensions, and who may enter. `admin` must name this database. */
export async function prepareDatabase(admin: pg.ClientConfig, owner: string): Promise<void> {
  await withClient(admin, async (client) => {
    const { rows } = await client.query<{ name: string; encoding: string; version: number; who: string }>(
      `select current_database() as name, pg_encoding_to_char(encoding) as encoding, current_setting('server_version_num')::int as version, current_user as who
       from pg_database where datname = current_database()`,
    );
    const { name, encoding, version, who } = rows[0]!;
    if (version < 150_000)
      throw new Error(`Der Server ist PostgreSQL ${Math.floor(version / 10_000)}; gebraucht wird mindestens Version 15.`);
    if (encoding !== 'UTF8') throw new Error(`Die Datenbank „${name}“ hat die Kodierung ${encoding}; gebraucht wird UTF8.`);
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist'])
      await client.query(`create extension if not exists ${extension}`).catch(ifRaced);
    const database = pg.escapeIdentifier(name);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect on database ${database} to fachwerk_app, fachwerk_sequencer`);
    if (owner !== who) {
      await client.query(`grant all on database ${database} to ${pg.escapeIdentifier(owner)}`);
      await client.query(`grant usage, create on schema public to ${pg.escapeIdentifier(owner)}`);
    }
  });
}

/** Opens one connection for a piece of work. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => {}); // the query in hand reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function askCaller(client: pg.Client): Promise<Caller> {
  const { rows } = await client.query<Caller>(
    `select rolname as name, rolsuper as "isSuper", rolsuper or rolcreaterole as "mayCreateRoles",
            array(select rolname::text from pg_roles where rolname in ('fachwerk_owner', 'fachwerk_app', 'fachwerk_sequencer')) as existing
     from pg_roles where rolname = current_user`,
  );
  return rows[0]!;
}

function complete(passwords: Passwords, missing: readonly RoleName[]): Passwords {
  const fresh = missing.map((name) => [name, passwords[name] ?? randomBytes(24).toString('base64url')]);
  return { ...passwords, ...Object.fromEntries(fresh) };
}

/** An existing role keeps its password: another node may be using it. */
function refuseUnknown({ mayCreateRoles, name }: Caller, missing: readonly RoleName[], unknown: readonly RoleName[]): void {
  if (missing.length > 0 && !mayCreateRoles) {
    const sql = missing.map((role) => `  create role ${role} ${powerless} password '…';`);
    throw new Error(
      `Der Benutzer „${name}“ darf keine Rollen anlegen. Bitte als Verwalter der Datenbank ausführen:\n${sql.join('\n')}\n${whereToPut(missing)}`,
    );
  }
  if (unknown.length === 0) return;
  const sql = unknown.map((role) => `  alter role ${role} password '…';`);
  throw new Error(
    `Das Kennwort von ${unknown.join(' und ')} ist hier nicht bekannt.\n${whereToPut(unknown)}\nIst es verloren:\n${sql.join('\n')}`,
  );
}

function whereToPut(names: readonly RoleName[]): string {
  const example = JSON.stringify(Object.fromEntries(names.map((name) => [name, '…'])));
  return `Die Kennwörter gehören in die Datei keys/database.json im Datenordner (Rechte 0600): ${example}`;
}

function passwordClause(password: string | undefined): string {
  return password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
}

function passwordOf({ password }: pg.ClientConfig): string | undefined {
  return typeof password === 'string' ? password : undefined;
}

const alreadyThere = ['42710', '42P04', '23505']; // duplicate_object, duplicate_database, unique_violation: another node was quicker

function ifRaced(error: Error & { code?: string }): void {
  if (!alreadyThere.includes(error.code ?? '')) throw error;
}
