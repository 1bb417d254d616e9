// SPDX-License-Identifier: EUPL-1.2
import { openInvoice, type Opened, type Report, Unreadable, usualLimits, validate } from '@fachwerk/en16931';

/** Largest invoice that is taken: what the platforms of the Länder take, too. */
export const mostBytes = 20 * 1024 * 1024;

/** An invoice as it was read; without `opened` when it is none that could be read. */
export interface ReadInvoice {
  readonly report: Report;
  readonly opened: Opened | undefined;
}

/** Reads and checks what came in by the rules of a day. What the sender wrote never throws. */
export function readInvoice(bytes: Uint8Array, day: string): ReadInvoice {
  const limits = { ...usualLimits, size: Math.min(usualLimits.size, mostBytes) };
  const report = validate(bytes, { day, limits });
  return { report, opened: report.unreadable ? undefined : open(bytes) };
}

/** Reads without checking; undefined when it is no invoice that can be read. */
export function open(bytes: Uint8Array): Opened | undefined {
  try {
    return openInvoice(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** A whole stream in memory, as far as the limit; undefined when there is more. */
export async function bytesOf(source: AsyncIterable<Uint8Array>, limit = mostBytes): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.byteLength;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
