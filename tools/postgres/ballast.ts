// SPDX-License-Identifier: EUPL-1.2
import { randomFillSync } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';

const mebibyte = 1024 * 1024;
const size = 32 * mebibyte;
const nearlyNothing = 24 * mebibyte; // less than two WAL segments

/** Bytes that are free for us on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * Keeps a file of 32 MiB in the data folder. When the disk is full PostgreSQL stops and cannot start again, for want of room for its log;
 * deleting the ballast gives it that room. Random bytes, because a compressing file system would store zeros in nothing.
 */
export function ensureBallast(dataDir: string): void {
  const file = path.join(dataDir, 'ballast');
  if (existsSync(file) || freeBytes(dataDir) < 4 * size) return;
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    const chunk = Buffer.allocUnsafe(4 * mebibyte);
    for (let written = 0; written < size; written += chunk.length) writeSync(handle, randomFillSync(chunk));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

/** Throws the ballast overboard if the disk is full; says whether it did. */
export function releaseBallast(dataDir: string): boolean {
  const file = path.join(dataDir, 'ballast');
  if (!existsSync(file) || freeBytes(dataDir) >= nearlyNothing) return false;
  rmSync(file, { force: true });
  return true;
}
