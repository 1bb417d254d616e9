// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';
import { findBinaries } from '../postgres/binaries.ts';
import { parseUrl } from '../postgres/index.ts';
import { runningPostmaster } from '../postgres/postmaster.ts';
import { withClient } from '../postgres/roles.ts';
import type { Finding } from './finding.ts';

/** Newest minor version of each major one that still gets fixes, and the day this was looked up (postgresql.org/support/versioning). */
export const newestMinors: { readonly asOf: string; readonly minors: Readonly<Record<number, number>> } = {
  asOf: '2026-11-22',
  minors: { 15: 20, 16: 16, 17: 12, 18: 6 },
};

/** What a server says about itself. */
export interface ServerFacts {
  readonly version: string;
  readonly encoding: string;
  readonly collation: string;
  /** The C library's sort order has changed since the indexes were built. */
  readonly collationChanged: boolean;
  readonly isSuper: boolean;
  readonly encrypted: boolean;
  readonly local: boolean;
  readonly drift: number;
  /** Settings that must be on, and are not. */
  readonly off: readonly string[];
  /** Roles of the application that could bypass row level security. */
  readonly tooMighty: readonly string[];
}

/** Which database an installation uses, how old it is, how it is set. */
export async function judgeDatabase(dataDir: string, databaseUrl: string | undefined, isPublic: boolean): Promise<Finding[]> {
  if (databaseUrl) return judgeReachable(() => parseUrl(databaseUrl), { embedded: false, isPublic });
  const running = existsSync(dataDir) ? runningPostmaster(path.join(dataDir, 'postgres')) : undefined;
  if (running)
    return judgeReachable(
      () => ({ ...timeouts, host: running.socketDir, port: 5432, user: 'postgres', database: 'fachwerk', ssl: false }),
      { embedded: true, isPublic },
    );
  try {
    const { version, folder, origin } = findBinaries();
    const where = origin === 'embedded' ? 'mitgeliefert' : folder;
    return [judgeVersion(version, `${where}, läuft gerade nicht`, { embedded: true, isPublic })];
  } catch (error) {
    return [{ topic: 'PostgreSQL', state: 'bad', found: (error as Error).message }];
  }
}

interface Use {
  readonly embedded: boolean;
  readonly isPublic: boolean;
}

async function judgeReachable(config: () => pg.ClientConfig, use: Use): Promise<Finding[]> {
  try {
    return judgeServer(await askServer(config()), use);
  } catch (error) {
    return [
      {
        topic: 'PostgreSQL',
        state: 'bad',
        found: `nicht erreichbar: ${(error as Error).message}`,
        advice: 'DATABASE_URL, Netz und Server prüfen.',
      },
    ];
  }
}

/** Judges a server by what it says. */
export function judgeServer(facts: ServerFacts, use: Use): Finding[] {
  const bad = (found: string, advice: string): Finding => ({ topic: 'PostgreSQL', state: 'bad', found, advice });
  const findings = [judgeVersion(facts.version, use.embedded ? 'mitgeliefert, läuft' : 'extern', use)];
  if (facts.encoding !== 'UTF8')
    findings.push(bad(`Kodierung ${facts.encoding}`, 'Die Datenbank mit encoding UTF8 neu anlegen.'));
  if (facts.collationChanged)
    findings.push(
      bad('Die Sortierfolge der C-Bibliothek hat sich geändert', 'reindex database; alter database … refresh collation version;'),
    );
  if (facts.off.length > 0)
    findings.push(
      bad(`ausgeschaltet: ${facts.off.join(', ')}`, 'Einschalten: sonst gehen bei Stromausfall quittierte Vorgänge verloren.'),
    );
  if (facts.tooMighty.length > 0)
    findings.push(bad(`Rolle ${facts.tooMighty.join(', ')} umgeht die Zeilenrechte`, 'alter role … nosuperuser nobypassrls;'));
  if (!use.embedded && !facts.local && !facts.encrypted)
    findings.push(bad('Verbindung über das Netz ohne Verschlüsselung', 'DATABASE_URL um ?sslmode=verify-full ergänzen.'));
  if (!use.embedded && facts.isSuper)
    findings.push({
      topic: 'PostgreSQL',
      state: 'warning',
      found: 'DATABASE_URL nennt einen Superuser',
      advice: 'Einen Benutzer verwenden, der nur Eigentümer der Datenbank ist.',
    });
  if (facts.drift > 2)
    findings.push(
      bad(`Die Uhr der Datenbank weicht um ${facts.drift.toFixed(0)} s ab`, 'Zeitdienst auf beiden Rechnern prüfen.'),
    );
  return findings;
}

function judgeVersion(version: string, where: string, { embedded, isPublic }: Use): Finding {
  const topic = 'PostgreSQL';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const newest = newestMinors.minors[major];
  if (newest === undefined && major < 15)
    return { topic, state: 'bad', found: `${version} (${where}): zu alt`, advice: 'Mindestens PostgreSQL 15 verwenden.' };
  if (newest === undefined)
    return { topic, state: 'note', found: `${version} (${where}): neuer als hier bekannt (Stand ${newestMinors.asOf})` };
  if (minor >= newest) return { topic, state: 'ok', found: `${version} (${where}), aktuell (Stand ${newestMinors.asOf})` };
  const advice = embedded
    ? 'Für den Betrieb DATABASE_URL auf einen gepflegten Server setzen; die mitgelieferte Datenbank ist nur über einen geschützten Socket erreichbar.'
    : 'Sicherheitskorrekturen einspielen.';
  return {
    topic,
    state: embedded && !isPublic ? 'warning' : 'bad',
    found: `${version} (${where}); ${major}.${newest} ist erschienen (Stand ${newestMinors.asOf})`,
    advice,
  };
}

async function askServer(config: pg.ClientConfig): Promise<ServerFacts> {
  return withClient(config, async (client) => {
    const before = Date.now();
    const { rows } = await client.query<Omit<ServerFacts, 'drift' | 'local'> & { at: number }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version, pg_encoding_to_char(d.encoding) as encoding, d.datcollate as collation,
              coalesce(d.datcollversion <> pg_database_collation_actual_version(d.oid), false) as "collationChanged",
              (select rolsuper from pg_roles where rolname = current_user) as "isSuper",
              coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
              array(select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off'
                    union all select 'synchronous_commit' where current_setting('synchronous_commit') = 'off') as off,
              array(select rolname::text from pg_roles where rolname in ('fachwerk_app', 'fachwerk_sequencer') and (rolsuper or rolbypassrls)) as "tooMighty",
              extract(epoch from clock_timestamp())::float8 * 1000 as at
       from pg_database d where d.datname = current_database()`,
    );
    const { at, ...facts } = rows[0]!;
    const host = config.host ?? '';
    const local = host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host);
    return { ...facts, local, drift: Math.abs(at - (before + Date.now()) / 2) / 1000 };
  });
}
