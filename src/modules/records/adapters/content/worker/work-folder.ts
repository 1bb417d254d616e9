// SPDX-License-Identifier: EUPL-1.2
import { constants, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { chmod, copyFile, mkdir, open, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { INPUT_LIMITS, WORKER_LIMITS } from '../limits.ts';
import { INPUT_FILE, OUTPUT_FOLDER, REPLY_FILE } from './protocol.ts';

/** A file by its path, its bytes, or a stream of them (for content that lies encrypted in the store). */
export type ContentInput = string | Uint8Array | Readable;

/** Makes a folder that belongs to one worker alone. */
export function makeWorkFolder(tmpDir: string): string {
  return mkdtempSync(join(tmpDir, 'worker-'));
}

/** Removes it with all that a worker may have left there. */
export function removeWorkFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Puts a copy of the input into the worker's folder: never a hard link, through which a captured worker could write into the store.
 * Where the file system can, the copy shares its blocks. False when the input is larger than any reader takes.
 */
export async function stageInput(input: ContentInput, folder: string, limit: number): Promise<boolean> {
  await clearWorkFolder(folder);
  const path = join(folder, INPUT_FILE);
  if (typeof input === 'string') {
    if ((await stat(input)).size > limit) return false;
    await copyFile(input, path, constants.COPYFILE_FICLONE);
    await chmod(path, 0o600);
    return true;
  }
  return writeBounded(input instanceof Uint8Array ? Readable.from([input]) : input, path, limit);
}

/** Gives a stream, which can be read once only, a file for the time of `use`; paths and bytes pass as they are. */
export async function withRepeatable<T>(
  input: ContentInput,
  tmpDir: string,
  use: (input: string | Uint8Array) => Promise<T>,
): Promise<T> {
  if (!(input instanceof Readable)) return use(input);
  const folder = makeWorkFolder(tmpDir);
  try {
    const path = join(folder, INPUT_FILE);
    const fits = await writeBounded(input, path, INPUT_LIMITS.container);
    // What is too large for every reader is handed on as that size without the bytes, so that the readers say so themselves.
    if (!fits) await truncate(path, INPUT_LIMITS.container + 1);
    return await use(path);
  } finally {
    removeWorkFolder(folder);
  }
}

/** Empties the folder between two jobs, so that no file meets the next one. */
export async function clearWorkFolder(folder: string): Promise<void> {
  await rm(join(folder, INPUT_FILE), { force: true, recursive: true });
  await rm(join(folder, REPLY_FILE), { force: true, recursive: true });
  await rm(join(folder, OUTPUT_FOLDER), { force: true, recursive: true });
}

/** Reads the reply; undefined when it is not a plain file of a sane size with JSON in it. */
export async function readReply(folder: string): Promise<unknown> {
  const bytes = await readPlainFile(join(folder, REPLY_FILE), WORKER_LIMITS.replyBytes);
  if (!bytes) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Reads an output file into memory; undefined when it is missing, a link, a device or too large. */
export function readOutput(folder: string, name: string, limit: number): Promise<Buffer | undefined> {
  return readPlainFile(join(folder, OUTPUT_FOLDER, name), limit);
}

/** Copies an output file to where the caller wants it; false when it is a link, a device or too large. */
export async function collectOutput(folder: string, name: string, outDir: string): Promise<boolean> {
  await mkdir(outDir, { recursive: true });
  const source = await openPlainFile(join(folder, OUTPUT_FOLDER, name), WORKER_LIMITS.fileBytes);
  if (!source) return false;
  try {
    await pipeline(source.createReadStream({ autoClose: false }), createWriteStream(join(outDir, name)));
    return true;
  } finally {
    await source.close();
  }
}

async function readPlainFile(path: string, limit: number): Promise<Buffer | undefined> {
  const handle = await openPlainFile(path, limit);
  if (!handle) return undefined;
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

// Opened without following links and judged by the opened descriptor: nothing can be swapped between the look and the reading.
async function openPlainFile(path: string, limit: number): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => undefined);
  if (!handle) return undefined;
  const found = await handle.stat();
  if (found.isFile() && found.size <= limit) return handle;
  await handle.close();
  return undefined;
}

async function writeBounded(input: Readable, path: string, limit: number): Promise<boolean> {
  let written = 0;
  const bound = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      written += chunk.byteLength;
      if (written > limit) done(new RangeError('input too large'));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(input, bound, createWriteStream(path, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
