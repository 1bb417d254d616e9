// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** As whom PostgreSQL runs. It refuses to run as root, so root needs a way round it. */
export interface Account {
  /**
   * - `user`: we are an ordinary user, PostgreSQL runs as we do.
   * - `namespace`: we are root; a user namespace shows PostgreSQL our number as "nobody", the files stay root's.
   * - `service`: we are root where namespaces are refused (container, chroot) or the data belongs to somebody: it runs as that account.
   */
  readonly kind: 'user' | 'namespace' | 'service';
  readonly uid: number;
  readonly gid: number;
  /** Options for `spawn` and `spawnSync`. */
  readonly ids: { uid?: number; gid?: number };
  command(file: string, args: readonly string[]): [string, string[]];
}

const serviceName = 'fachwerk';
const nobody = 65_534;
const namespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];

/** Chooses the account for a cluster; `owner` is whom its files belong to already, if there are any. Throws a German sentence. */
export function chooseAccount(owner?: { uid: number; gid: number }): Account {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return plain('user', { uid, gid: process.getgid?.() ?? 0 }, {});
  if (owner && owner.uid !== 0) return plain('service', owner, owner);
  if (namespacesWork()) {
    return { kind: 'namespace', uid: 0, gid: 0, ids: {}, command: (file, args) => ['unshare', [...namespace, file, ...args]] };
  }
  const service = serviceAccount();
  return plain('service', service, service);
}

/** Whether root may open a user namespace here; containers and chroots refuse it. */
export function namespacesWork(): boolean {
  if (process.env['FACHWERK_NO_NAMESPACE']) return false;
  return spawnSync('unshare', [...namespace, 'true'], { timeout: 10_000 }).status === 0;
}

function plain(kind: Account['kind'], { uid, gid }: { uid: number; gid: number }, ids: Account['ids']): Account {
  return { kind, uid, gid, ids, command: (file, args) => [file, [...args]] };
}

function serviceAccount(): { uid: number; gid: number } {
  const known = lookUp(serviceName);
  if (known) return known;
  const place = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'];
  // Who became root by `su` without a login has no /usr/sbin on the path.
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };
  spawnSync('useradd', ['--system', '--user-group', ...place, serviceName], { env });
  const made = lookUp(serviceName);
  if (made) return made;
  throw new Error(
    'PostgreSQL läuft nicht als root; Namensräume sind hier verboten, und das Dienstkonto „fachwerk“ ließ sich nicht anlegen (useradd). ' +
      'Abhilfe: Fachwerk als gewöhnlicher Benutzer starten oder DATABASE_URL setzen.',
  );
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}
