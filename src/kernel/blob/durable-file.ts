// SPDX-License-Identifier: EUPL-1.2
// What POSIX promises about files, and no more: data is durable after fsync of the file, its name after fsync of the folder.
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { StorageError } from './storage-error.ts';

/** Writes all bytes at a position: the system may write fewer than asked. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    if (bytesWritten === 0) throw new StorageError('storage-fault');
    done += bytesWritten;
  }
}

/** Writes a small file (0600) durably and reads it back: a write may be acknowledged but not done. Its name is not durable yet. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w+', 0o600);
  try {
    await writeAll(handle, bytes, 0);
    await handle.sync();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes.byteLength + 1), 0, bytes.byteLength + 1, 0);
    if (!buffer.subarray(0, bytesRead).equals(bytes)) throw new StorageError('storage-fault');
  } catch (fault) {
    await removeQuietly(file);
    throw fault;
  } finally {
    await handle.close();
  }
}

/** Bytes `from` (included) to `to` (excluded) of a file, in pieces of up to `pieceBytes`; ends early where the file does. */
export async function* readRange(handle: FileHandle, from: number, to: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(0, to - from)));
  for (let at = from; at < to; ) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, to - at), at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead); // valid until the next piece is asked for
    at += bytesRead;
  }
}

const pieceBytes = 262_144;

/** Makes the names inside a folder durable. */
export async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder (0700) whose own name is durable. Also syncs when the folder exists: its maker may have crashed before the sync. */
export async function makeDirectory(dir: string): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await syncDirectory(path.dirname(dir));
}

/** Removes a file if it is there. A leftover does no harm here: the sweep takes it later. */
export async function removeQuietly(file: string): Promise<void> {
  await unlink(file).catch(() => {});
}

/** Undefined when the file or folder is not there; anything else that goes wrong is thrown. */
export async function unlessMissing<T>(access: Promise<T>): Promise<T | undefined> {
  try {
    return await access;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
