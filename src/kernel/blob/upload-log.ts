// SPDX-License-Identifier: EUPL-1.2
// An unfinished upload on disk: one line with its wrapped key, then records: length (4 bytes) || nonce (12) || sealed bytes || tag (16),
// each bound to its offset. Records are only appended, so what was acknowledged is never written again; a torn tail is recognised.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import type { Sealed, Vault } from '../vault/index.ts';
import { removeQuietly, syncDirectory, writeAll } from './durable-file.ts';
import { frameBytes } from './frame.ts';

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

/** Creates an upload file with a key of its own, durable. */
export async function createUploadLog(file: string, vault: Vault, id: string): Promise<void> {
  const { keyId, sealed } = vault.wrapKey(purpose, randomBytes(32), id);
  const handle = await open(file, 'wx', 0o600);
  try {
    await writeAll(handle, Buffer.from(`${JSON.stringify({ keyId, sealed: Buffer.from(sealed).toString('base64') })}\n`), 0);
    await handle.sync();
  } catch (fault) {
    await removeQuietly(file);
    throw fault;
  } finally {
    await handle.close();
  }
  await syncDirectory(path.dirname(file));
}

/**
 * Reads an upload file, cuts off a torn tail and makes the rest durable: what is reported here survives from now on.
 * Undefined when the first line is torn (nothing was acknowledged then).
 */
export async function recoverUploadLog(handle: FileHandle, vault: Vault, id: string): Promise<UploadLog | undefined> {
  const header = await readHeader(handle);
  if (!header) return undefined;
  const { box, start } = header;
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

async function readHeader(handle: FileHandle): Promise<{ box: Sealed; start: number } | undefined> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLimit), 0, headerLimit, 0);
  const end = buffer.subarray(0, bytesRead).indexOf('\n');
  if (end < 0) return undefined;
  const { keyId, sealed } = JSON.parse(buffer.toString('utf8', 0, end)) as { keyId: string; sealed: string };
  return { box: { keyId, sealed: Buffer.from(sealed, 'base64') }, start: end + 1 };
}

/** Clear bytes of the records; stops at the first that is not whole. */
export async function* records(handle: FileHandle, { key, start }: Pick<UploadLog, 'key' | 'start'>): AsyncGenerator<Uint8Array> {
  const head = Buffer.alloc(lengthBytes + nonceBytes);
  let [at, offset] = [start, 0];
  for (;;) {
    if ((await handle.read(head, 0, head.length, at)).bytesRead < head.length) return;
    const length = head.readUInt32BE(0);
    if (length === 0 || length > frameBytes) return;
    const sealed = Buffer.allocUnsafe(length + tagBytes);
    if ((await handle.read(sealed, 0, sealed.length, at + head.length)).bytesRead < sealed.length) return;
    const clear = openRecord(sealed, { key, nonce: head.subarray(lengthBytes), offset });
    if (!clear) return;
    yield clear;
    at += recordLength(length);
    offset += length;
  }
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
