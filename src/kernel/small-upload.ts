// SPDX-License-Identifier: EUPL-1.2
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Context } from 'hono';

/**
 * A multipart form with one small file, or undefined as soon as more arrives than `largest` bytes: a stream does not say how long it is,
 * and what a header says about it is the sender's word.
 */
export async function readSmallUpload(context: Context, largest: number): Promise<FormData | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of context.req.raw.body ?? []) {
    size += piece.length;
    if (size > largest) return undefined;
    pieces.push(piece);
  }
  const headers = { 'content-type': context.req.header('content-type') ?? '' };
  return new Response(Buffer.concat(pieces), { headers }).formData().catch(() => new FormData());
}

const mark = 'packed:';

/** Packs a text for a hidden field between a preview and its confirmation: a table as it stands would grow by half on its way through a form. */
export function packText(text: string): string {
  return mark + deflateRawSync(Buffer.from(text)).toString('base64url');
}

/** What was packed, or the value as it came when nothing was; undefined when it would unpack to more than `largest` bytes or is damaged. */
export function unpackText(value: unknown, largest: number): unknown {
  if (typeof value !== 'string' || !value.startsWith(mark)) return value;
  try {
    return inflateRawSync(Buffer.from(value.slice(mark.length), 'base64url'), { maxOutputLength: largest }).toString();
  } catch {
    return undefined;
  }
}
