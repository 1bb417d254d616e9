// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { removeQuietly, writeAll } from './durable-file.ts';

/** A file that takes up room as long as there is enough, to be given back when there is none. */
export interface Ballast {
  present(): boolean;
  release(): Promise<void>;
  /** Writes it again; gives up silently when the disk is too full for it. */
  restore(): Promise<void>;
}

const pieceBytes = 1_048_576;

/** Finds the ballast of a folder; it is only written by `restore`. */
export async function createBallast(dir: string, bytes: number): Promise<Ballast> {
  const file = path.join(dir, 'ballast');
  const sizeNow = async () => (await stat(file).catch(() => undefined))?.size ?? 0;
  let present = bytes > 0 && (await sizeNow()) === bytes;
  return {
    present: () => present,
    async release() {
      await removeQuietly(file);
      present = false;
    },
    async restore() {
      if (present || bytes === 0) return;
      try {
        await write(file, bytes);
        present = true;
      } catch {
        await removeQuietly(file);
      }
    },
  };
}

/** Random bytes: zeros would be a hole or compressed away, and reserve nothing. */
async function write(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    const piece = randomBytes(Math.min(pieceBytes, bytes));
    for (let at = 0; at < bytes; at += piece.length)
      await writeAll(handle, piece.subarray(0, Math.min(piece.length, bytes - at)), at);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
