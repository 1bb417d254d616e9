// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Vault } from '../vault/index.ts';
import type { BlobSource, PutOptions } from './draft.ts';
import { makeDirectory, removeQuietly, syncDirectory, unlessMissing, writeAll, writeWhole } from './durable-file.ts';
import { cut, frameBytes } from './frame.ts';
import type { PutResult } from './settle.ts';
import { StorageError, storing } from './storage-error.ts';
import { sweepFiles } from './sweep.ts';
import { createUploadLog, recordLength, records, recoverUploadLog, sealRecord, type UploadLog } from './upload-log.ts';

/** How far an upload is. */
export interface UploadState {
  /** Bytes that are durable: the next append begins here. */
  readonly offset: number;
  /** Set once `complete` has succeeded. */
  readonly result?: PutResult | undefined;
}

/** Large contents in several parts, resumable after a broken connection or a crash. The id is the caller's: 16 to 64 of A–Z a–z 0–9 - _. */
export interface Uploads {
  /** Begins an upload or finds it again; what it reports is durable. */
  openUpload(id: string): Promise<UploadState>;
  /** Appends at `offset`; when the source breaks off, what came is kept (but for the last 64 KiB). `limit` is for the whole. */
  append(id: string, offset: number, source: BlobSource, options?: PutOptions): Promise<UploadState>;
  /** Puts the whole into the store. May be repeated after a lost answer until the upload expires. */
  complete(id: string, options?: PutOptions): Promise<PutResult>;
  /** Removes uploads that nobody touched since `olderThan`; returns how many files. */
  sweepUploads(olderThan: Date): Promise<number>;
}

interface Room {
  readonly dir: string;
  readonly vault: Vault;
  readonly put: (source: BlobSource, options?: PutOptions) => Promise<PutResult>;
  readonly readOnly: () => boolean;
}

interface Upload extends Room {
  readonly id: string;
  /** The parts received so far. */
  readonly part: string;
  /** The result, once there is one. */
  readonly done: string;
  /** What this process knows of the file, to spare reading it again for every part. */
  readonly known: Map<string, UploadLog>;
}

/** Opens the folder of unfinished uploads. A second call on an upload that is being worked on is told `upload-busy`. */
export async function openUploads(room: Room): Promise<Uploads> {
  await storing(() => makeDirectory(room.dir));
  const busy = new Set<string>();
  const known = new Map<string, UploadLog>();
  const alone = async <T>(id: string, work: (upload: Upload) => Promise<T>): Promise<T> => {
    if (!/^[A-Za-z0-9_-]{16,64}$/.test(id)) throw new StorageError('upload-unknown');
    if (busy.has(id)) throw new StorageError('upload-busy');
    busy.add(id);
    try {
      return await work({ ...room, id, known, part: path.join(room.dir, `${id}.part`), done: path.join(room.dir, `${id}.done`) });
    } finally {
      busy.delete(id);
    }
  };
  return {
    openUpload: (id) => alone(id, begin),
    append: (id, offset, source, options = {}) =>
      alone(id, (upload) => append(upload, { offset, source, limit: options.limit, onProgress: options.onProgress })),
    complete: (id, options) => alone(id, (upload) => complete(upload, options)),
    sweepUploads(olderThan) {
      known.clear(); // no keys of forgotten uploads in memory
      return storing(() => sweepFiles(room.dir, olderThan));
    },
  };
}

async function begin(upload: Upload): Promise<UploadState> {
  const result = await findResult(upload);
  if (result) return { offset: result.size, result };
  if (await exists(upload.part)) return withLog(upload, async (_, { offset }) => ({ offset }));
  if (upload.readOnly()) throw new StorageError('storage-full');
  await storing(() => createUploadLog(upload.part, upload.vault, upload.id));
  return { offset: 0 };
}

async function findResult({ done }: Upload): Promise<PutResult | undefined> {
  if (!(await exists(done))) return undefined;
  return JSON.parse(await storing(() => readFile(done, 'utf8'))) as PutResult;
}

/** Only a clear no is a no: a disk that cannot tell must not make us begin anew. */
function exists(file: string): Promise<boolean> {
  return storing(async () => (await unlessMissing(stat(file))) !== undefined);
}

async function withLog<T>(upload: Upload, work: (handle: FileHandle, log: UploadLog) => Promise<T>): Promise<T> {
  if (!(await exists(upload.part))) throw new StorageError('upload-unknown');
  const handle = await storing(() => open(upload.part, 'r+'));
  try {
    const log = await storing(() => logOf(upload, handle));
    upload.known.set(upload.id, log);
    return await work(handle, log);
  } finally {
    await storing(() => handle.close());
  }
}

async function logOf({ id, known, vault }: Upload, handle: FileHandle): Promise<UploadLog> {
  const log = known.get(id);
  return log && (await handle.stat()).size === log.end ? log : recoverUploadLog(handle, vault, id);
}

interface Part {
  readonly offset: number;
  readonly source: BlobSource;
  readonly limit: number | undefined;
  readonly onProgress: PutOptions['onProgress'];
}

async function append(upload: Upload, part: Part): Promise<UploadState> {
  if (upload.readOnly()) throw new StorageError('storage-full');
  return withLog(upload, async (handle, log) => {
    if (part.offset !== log.offset) throw new StorageError('offset-mismatch', { details: { offset: log.offset } });
    let now = log;
    upload.known.delete(upload.id); // after a fault only the file itself tells how far it is
    try {
      for await (const { bytes } of cut(part.source, frameBytes)) now = await appendRecord(handle, now, { bytes, ...part });
    } finally {
      await storing(() => confirm(handle, log, now));
      upload.known.set(upload.id, now); // only if it was confirmed
    }
    return { offset: now.offset };
  });
}

/** Makes new records durable and reads them back: a write may have been acknowledged but not done. */
async function confirm(handle: FileHandle, before: UploadLog, now: UploadLog): Promise<void> {
  await handle.sync();
  let { offset } = before;
  for await (const bytes of records(handle, { key: now.key, start: before.end, offset })) offset += bytes.byteLength;
  if (offset < now.offset) throw new StorageError('storage-fault');
}

const syncEvery = 33_554_432;

async function appendRecord(
  handle: FileHandle,
  log: UploadLog,
  { bytes, limit, onProgress }: Pick<Part, 'limit' | 'onProgress'> & { bytes: Uint8Array },
): Promise<UploadLog> {
  if (bytes.byteLength === 0) return log;
  const offset = log.offset + bytes.byteLength;
  if (limit !== undefined && offset > limit) throw new StorageError('too-large', { details: { limit } });
  await storing(() => writeAll(handle, sealRecord(bytes, log.key, log.offset), log.end));
  if (Math.floor(offset / syncEvery) > Math.floor(log.offset / syncEvery)) await storing(() => handle.sync());
  onProgress?.(offset);
  return { ...log, offset, end: log.end + recordLength(bytes.byteLength) };
}

async function complete(upload: Upload, options: PutOptions | undefined): Promise<PutResult> {
  const before = await findResult(upload);
  if (before) return before;
  const result = await withLog(upload, (handle, log) => {
    upload.known.delete(upload.id); // if a record is not whole any more, the next look cuts it off, and the rest can be sent again
    return upload.put(wholeOf(handle, log), options);
  });
  const draft = `${upload.done}.draft`;
  await storing(async () => {
    await writeWhole(draft, Buffer.from(JSON.stringify(result)));
    await rename(draft, upload.done);
    await syncDirectory(upload.dir);
  });
  await removeQuietly(upload.part);
  upload.known.delete(upload.id);
  return result;
}

async function* wholeOf(handle: FileHandle, { key, start, offset }: UploadLog): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const bytes of records(handle, { key, start })) {
    read += bytes.byteLength;
    yield bytes;
  }
  if (read !== offset) throw new StorageError('damaged');
}
