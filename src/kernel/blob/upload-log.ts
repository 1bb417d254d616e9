// SPDX-License-Identifier: EUPL-1.2
// An unfinished upload on disk: one line with its wrapped key, then records: length (4 bytes) || nonce (12) || sealed bytes || tag (16),
// each bound to its offset. Records are only appended, so what was acknowledged is never written again; a torn tail is recognised.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Sealed, Vault } from '../vault/index.ts';
import { syncDirectory, writeWhole } from './durable-file.ts';
import { frameBytes } from './frame.ts';
import { StorageError, storing } from './storage-error.ts';

const purpose = 'upload';
const lengthBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

/** What is known of an upload file, and where its good part ends. */
export interface UploadLog {
  readonly key: Uint8Array;
  /** Place in the file where the first record begins. */
  readonly start: number;
  /** Clear bytes that are whole. */
  readonly offset: number;
  /** Place in the file behind the last whole record. */
  readonly end: number;
}

/** From where records are read. */
export interface RecordRange {
  readonly key: Uint8Array;
  readonly start: number;
  readonly offset?: number;
}

/** Creates an upload file with a key of its own, durable. It gets its name only when its first line is whole. */
export async function createUploadLog(file: string, vault: Vault, id: string): Promise<void> {
  const { keyId, sealed } = vault.wrapKey(purpose, randomBytes(32), id);
  const draft = `${file}.draft`;
  await writeWhole(draft, Buffer.from(`${JSON.stringify({ keyId, sealed: Buffer.from(sealed).toString('base64') })}\n`));
  await rename(draft, file);
  await syncDirectory(path.dirname(file));
}

/** Reads an upload file, cuts off a torn tail and makes the rest durable: what is reported here survives from now on. */
export async function recoverUploadLog(handle: FileHandle, vault: Vault, id: string): Promise<UploadLog> {
  const { box, start } = await readHeader(handle);
  const key = vault.unwrapKey(purpose, box, id);
  let [offset, end] = [0, start];
  for await (const bytes of records(handle, { key, start })) {
    offset += bytes.byteLength;
    end += recordLength(bytes.byteLength);
  }
  await handle.truncate(end);
  await handle.sync();
  return { key, start, offset, end };
}

const headerLimit = 1_024;

async function readHeader(handle: FileHandle): Promise<{ box: Sealed; start: number }> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLimit), 0, headerLimit, 0);
  const line = /^\{"keyId":"([^"]+)","sealed":"([^"]+)"\}\n/.exec(buffer.toString('latin1', 0, bytesRead));
  if (!line) throw new StorageError('damaged');
  const [whole, keyId = '', sealed = ''] = line;
  return { box: { keyId, sealed: Buffer.from(sealed, 'base64') }, start: whole.length };
}

/** Clear bytes of the records from the place `start` on, which belongs to `offset`; stops at the first that is not whole. */
export async function* records(handle: FileHandle, { key, start, offset: first = 0 }: RecordRange): AsyncGenerator<Uint8Array> {
  const { size } = await storing(() => handle.stat());
  let [at, offset] = [start, first];
  for (;;) {
    const head = await readPart(handle, { at, length: lengthBytes + nonceBytes, size });
    const length = head?.readUInt32BE(0) ?? 0;
    if (!head || length === 0 || length > frameBytes) return;
    const sealed = await readPart(handle, { at: at + head.length, length: length + tagBytes, size });
    const clear = sealed && openRecord(sealed, { key, nonce: head.subarray(lengthBytes), offset });
    if (!clear) return;
    yield clear;
    at += recordLength(length);
    offset += length;
  }
}

/** Undefined where the file ends; bytes that should be there and do not come are a fault of the disk, not the end. */
async function readPart(
  handle: FileHandle,
  { at, length, size }: { at: number; length: number; size: number },
): Promise<Buffer | undefined> {
  if (at + length > size) return undefined;
  const { buffer, bytesRead } = await storing(() => handle.read(Buffer.allocUnsafe(length), 0, length, at));
  if (bytesRead < length) throw new StorageError('storage-fault');
  return buffer;
}

/** Length of a record of so many clear bytes. */
export function recordLength(clearBytes: number): number {
  return lengthBytes + nonceBytes + clearBytes + tagBytes;
}

function openRecord(
  sealed: Buffer,
  { key, nonce, offset }: { key: Uint8Array; nonce: Uint8Array; offset: number },
): Buffer | undefined {
  const body = sealed.length - tagBytes;
  const gcm = createDecipheriv('aes-256-gcm', key, nonce).setAAD(placeOf(offset)).setAuthTag(sealed.subarray(body));
  const clear = gcm.update(sealed.subarray(0, body));
  try {
    gcm.final();
  } catch {
    return undefined;
  }
  return clear;
}

/** One record, ready to be appended at `offset`. */
export function sealRecord(bytes: Uint8Array, key: Uint8Array, offset: number): Buffer {
  const head = Buffer.alloc(lengthBytes);
  head.writeUInt32BE(bytes.byteLength);
  const nonce = randomBytes(nonceBytes);
  const gcm = createCipheriv('aes-256-gcm', key, nonce).setAAD(placeOf(offset));
  const body = gcm.update(bytes);
  gcm.final();
  return Buffer.concat([head, nonce, body, gcm.getAuthTag()]);
}

function placeOf(offset: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(offset));
  return place;
}
