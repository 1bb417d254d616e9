// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';

/** What an operator may set by environment variables. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder with database, content, keys, logs. */
  readonly dataDir: string;
  /** External PostgreSQL; without it the embedded one runs. */
  readonly databaseUrl?: string | undefined;
  /** Found the demo city on an empty folder. */
  readonly demo: boolean;
  /** Public address, e.g. `https://akte.example.de`; decides cookies and origin checks. */
  readonly publicUrl?: string | undefined;
  /** Name of the log's origin in checkpoints. */
  readonly origin: string;
  readonly city: string;
  /** Authority that stamps evidence records (RFC 3161); without it they wait. */
  readonly timeStamps?: TimeStampConfig | undefined;
  /** Where weaknesses are reported (RFC 9116), a mailto: or https: address. */
  readonly securityContact: string;
  /** Days after which the last backup that holds something is gone: destruction is complete on that day. */
  readonly backupDays: number;
}

/** Which time-stamping authority is asked, whose certificates are trusted, under which policy (OID). */
export interface TimeStampConfig {
  readonly url: string;
  /** Folder with certificates (PEM or DER) of the authority or of those above it. */
  readonly trustFolder: string;
  readonly policy?: string | undefined;
  /** Digest algorithm → last day on which it counts as secure here, where that is sooner than the program knows. */
  readonly digestEnds?: Readonly<Record<string, string>> | undefined;
}

function readTimeStamps(env: NodeJS.ProcessEnv, dataDir: string): TimeStampConfig | undefined {
  const url = env['TSA_URL'];
  if (url === undefined || url === '') return undefined;
  if (!/^https?:\/\/\S+$/.test(url)) throw new Error(`TSA_URL=${url} ist keine Adresse (http:// oder https://).`);
  return {
    url,
    trustFolder: path.resolve(env['TSA_TRUST'] ?? path.join(dataDir, 'time-stamp-trust')),
    policy: env['TSA_POLICY'],
    digestEnds: readDigestEnds(env['TSA_DIGEST_ENDS'] ?? ''),
  };
}

/** `sha256=2031-12-31,sha384=2035-12-31` */
function readDigestEnds(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').filter((pair) => pair !== '');
  const wrong = pairs.find((pair) => !/^sha[0-9-]{3,6}=\d{4}-\d\d-\d\d$/.test(pair));
  if (wrong !== undefined) throw new Error(`TSA_DIGEST_ENDS: „${wrong}“ hat nicht die Form sha256=2031-12-31.`);
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

/** Reads and checks the environment; a wrong value stops the start with a sentence. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const port = Number(env['PORT'] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT=${env['PORT']} ist kein Port (0–65535).`);
  const backupDays = Number(env['FACHWERK_BACKUP_DAYS'] ?? 35);
  if (!Number.isInteger(backupDays) || backupDays < 0 || backupDays > 3_650)
    throw new Error(`FACHWERK_BACKUP_DAYS=${env['FACHWERK_BACKUP_DAYS']} ist keine Zahl von Tagen (0–3650).`);
  const dataDir = path.resolve(env['FACHWERK_DATA'] ?? path.join(root, 'var'));
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port,
    dataDir,
    timeStamps: readTimeStamps(env, dataDir),
    databaseUrl: env['DATABASE_URL'],
    demo: env['FACHWERK_DEMO'] !== 'off',
    publicUrl: env['FACHWERK_URL'],
    origin: env['FACHWERK_ORIGIN'] ?? 'fachwerk.example/journal',
    city: env['FACHWERK_CITY'] ?? 'Waldbrück',
    securityContact: env['FACHWERK_SECURITY_CONTACT'] ?? 'mailto:sicherheit@fachwerk.example',
    backupDays,
  };
}
