// SPDX-License-Identifier: EUPL-1.2
import { existsSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

const mebibyte = 1024 * 1024;
const nearlyNothing = 24 * mebibyte; // less than two WAL segments

/** Bytes that are free for us on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * A full disk makes PostgreSQL stop, and it cannot start again for want of room for its log. The disk guard (`kernel/blob`) keeps a file
 * `ballast` in the data folder and gives it up in good time; if the disk filled up faster than it looked, it goes overboard here. Says
 * whether it did.
 */
export function releaseBallast(dataDir: string, free: number = freeBytes(dataDir)): boolean {
  const file = path.join(dataDir, 'ballast');
  if (!existsSync(file) || free >= nearlyNothing) return false;
  rmSync(file, { force: true });
  return true;
}
