// SPDX-License-Identifier: EUPL-1.2
import { Inflate } from 'fflate';
import { Unreadable } from '../xml/unreadable.ts';

const piece = 16_384;

/** Inflates a zlib stream piece by piece and stops at a limit: a few kilobytes may promise gigabytes. A cut-off end is tolerated. */
export function inflate(data: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > limit) throw new Unreadable('size', String(limit));
    chunks.push(chunk);
  });
  const body = data.subarray(2);
  try {
    for (let start = 0; start < body.length; start += piece)
      stream.push(body.subarray(start, start + piece), start + piece >= body.length);
  } catch (error) {
    if (error instanceof Unreadable || size === 0)
      throw error instanceof Unreadable ? error : new Unreadable('pdf', 'FlateDecode', { cause: error });
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
