// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';

/** Where a cluster lives, and who runs it with which server. */
export interface Home {
  readonly cluster: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

const ofServices = '/var/lib/fachwerk';
const passable = 0o711; // may be walked through, not looked into: the service account needs a way to its own folder

/** Chooses account, place and server for the cluster of a data folder; makes the folders around it. Throws a German sentence. */
export function prepareHome(dataDir: string): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const link = path.join(dataDir, 'postgres');
  const existing = existsSync(link) ? realpathSync(link) : undefined;
  const owner = existing ? statSync(existing) : undefined;
  const account = chooseAccount(owner);
  if (owner && account.kind === 'user' && owner.uid !== account.uid)
    throw new Error(
      `Die Datenbank in ${dataDir} gehört einem anderen Benutzer (uid ${owner.uid}). Als dieser Benutzer starten oder FACHWERK_DATA setzen.`,
    );
  if (account.kind === 'service') chmodSync(dataDir, passable);
  const cluster = existing ?? choosePlace(link, account);
  if (existing && owner && owner.uid !== account.uid) handOver(existing, account);
  return { cluster, account, binaries: reachableBinaries(findBinaries(), account) };
}

/** Unix sockets have short paths: 107 bytes, of which PostgreSQL's own file name takes 14. */
const longestSocketFolder = 107 - '/.s.PGSQL.5432'.length;
const socketPrefix = 'fachwerk-pg-';

/** A private folder for the socket: whoever reaches the socket is trusted (see pg_hba.conf), so nobody else may enter. */
export function makeSocketFolder({ cluster, account }: Home): string {
  const beside = path.join(path.dirname(cluster), 'run', 'postgres');
  const isShort = Buffer.byteLength(beside) <= longestSocketFolder;
  if (isShort) mkdirSync(beside, { recursive: true, mode: 0o700 });
  const folder = isShort ? beside : mkdtempSync(path.join(os.tmpdir(), socketPrefix));
  if (account.kind === 'service') {
    if (isShort) chmodSync(path.dirname(beside), passable);
    chownSync(folder, account.uid, account.gid);
  }
  chmodSync(folder, 0o700);
  return folder;
}

/** Removes a socket folder that was made in the system's temporary folder. */
export function removeSocketFolder(folder: string): void {
  if (path.basename(folder).startsWith(socketPrefix)) rmSync(folder, { recursive: true, force: true });
}

/** Below /root (0700) no service account can work; then the cluster lies in /var/lib and the data folder holds a link to it. */
function choosePlace(link: string, account: Account): string {
  if (account.kind !== 'service' || canEnter(path.dirname(link), account)) return link;
  const place = path.join(ofServices, createHash('sha256').update(link).digest('hex').slice(0, 12));
  mkdirSync(ofServices, { recursive: true, mode: 0o755 });
  mkdirSync(place, { recursive: true, mode: passable });
  const cluster = path.join(place, 'postgres');
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(cluster, link);
  return cluster;
}

function canEnter(folder: string, { ids }: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...ids, cwd: '/', timeout: 10_000 }).status === 0;
}

/** Programs that the account cannot reach (node_modules below /root) are copied once, for all data folders. */
function reachableBinaries(binaries: Binaries, account: Account): Binaries {
  if (account.kind !== 'service' || canEnter(binaries.folder, account)) return binaries;
  const source = path.dirname(binaries.folder);
  const { mtimeMs } = statSync(path.join(binaries.folder, 'postgres'));
  const mark = createHash('sha256').update(`${source} ${mtimeMs}`).digest('hex').slice(0, 12);
  const place = path.join(ofServices, `postgresql-${binaries.version}-${mark}`);
  if (!existsSync(place)) copyPrograms(source, place);
  return { ...binaries, folder: path.join(place, 'bin') };
}

function copyPrograms(source: string, place: string): void {
  mkdirSync(ofServices, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(`${place}.new-`);
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, place);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was quicker
  }
}

/** The account has changed (moved into a container, say): the files go to the new one. */
function handOver(folder: string, { uid, gid }: Account): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(path.join(entry.parentPath, entry.name), uid, gid);
  }
}
