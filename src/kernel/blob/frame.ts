// SPDX-License-Identifier: EUPL-1.2
// The sealed form of a blob: frames of 64 KiB, each AES-256-GCM under the blob's own key (the STREAM construction of Hoang,
// Reyhanitabar, Rogaway, Vizár 2015): the nonce holds the frame's number and whether it is the last one. So a frame cannot be
// moved, dropped, repeated or cut off at the end, and any range can be read without the rest.
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { StorageError } from './storage-error.ts';

/** Clear bytes per frame. */
export const frameBytes = 65_536;
const tagBytes = 16;
/** Sealed bytes per full frame. */
export const sealedFrameBytes = frameBytes + tagBytes;

/** Number of frames of `size` clear bytes; nothing is one empty frame. */
export function frameCount(size: number): number {
  return Math.max(1, Math.ceil(size / frameBytes));
}

/** Length of the sealed form of `size` clear bytes. */
export function sealedLength(size: number): number {
  return size + frameCount(size) * tagBytes;
}

/**
 * The key that frames are sealed with. Derived with the format's name, because repairing a blob seals the same bytes with the same
 * key again: identical only as long as the framing is. Another framing must have another name, or nonces would repeat.
 */
export function frameKey(dataKey: Uint8Array): KeyObject {
  return createSecretKey(new Uint8Array(hkdfSync('sha256', dataKey, '', `fachwerk blob frame v1 ${frameBytes}`, 32)));
}

/** A piece of a stream: up to n bytes, fewer only at the end. */
export interface Piece {
  /** Valid until the next piece is asked for. */
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** Cuts a stream into pieces of exactly `length` bytes, the last one shorter (empty only when the stream is). */
export async function* cut(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Piece> {
  const piece = Buffer.allocUnsafe(length);
  let filled = 0;
  for await (const bytes of source) {
    for (let from = 0; from < bytes.byteLength; ) {
      if (filled === length) {
        yield { bytes: piece, last: false };
        filled = 0;
      }
      const part = bytes.subarray(from, from + length - filled);
      piece.set(part, filled);
      filled += part.byteLength;
      from += part.byteLength;
    }
  }
  yield { bytes: piece.subarray(0, filled), last: true };
}

/** Clear bytes in, sealed frames out. */
export async function* sealFrames(source: AsyncIterable<Uint8Array>, key: KeyObject): AsyncGenerator<Uint8Array> {
  let number = 0;
  for await (const { bytes, last } of cut(source, frameBytes)) {
    const gcm = createCipheriv('aes-256-gcm', key, nonceOf(number, last));
    const body = gcm.update(bytes);
    gcm.final();
    yield body;
    yield gcm.getAuthTag();
    number += 1;
  }
}

/** Which frames a sealed stream holds. */
export interface Frames {
  readonly key: KeyObject;
  /** Number of the first frame in the stream. */
  readonly first: number;
  /** Number after the last frame in the stream. */
  readonly end: number;
  /** Number of frames of the whole blob. */
  readonly count: number;
}

/** Sealed bytes in, clear frames out; throws `damaged` before the first byte of a frame that is not as it was put. */
export async function* openFrames(
  source: AsyncIterable<Uint8Array>,
  { key, first, end, count }: Frames,
): AsyncGenerator<Uint8Array> {
  let number = first;
  for await (const { bytes } of cut(source, sealedFrameBytes)) {
    yield openFrame(bytes, key, nonceOf(number, number === count - 1));
    number += 1;
  }
  if (number !== end) throw new StorageError('damaged');
}

function openFrame(sealed: Uint8Array, key: KeyObject, nonce: Buffer): Uint8Array {
  const end = sealed.byteLength - tagBytes;
  if (end < 0) throw new StorageError('damaged');
  const gcm = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(sealed.subarray(end));
  const body = gcm.update(sealed.subarray(0, end));
  try {
    gcm.final();
  } catch (cause) {
    throw new StorageError('damaged', { cause });
  }
  return body;
}

/** 12 bytes: seven zeros (the key is used for one blob only), the number, the mark of the last frame. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
