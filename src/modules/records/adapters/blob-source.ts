// SPDX-License-Identifier: EUPL-1.2
import type { BlobStore } from '../../../kernel/blob/index.ts';
import type { ByteSource } from './content/byte-source.ts';

/** Random access to stored content, for looking at its type without reading all of it. */
export function blobSource(blobs: BlobStore, hash: string, size: number): ByteSource {
  return {
    size,
    async read(offset, length) {
      const to = Math.min(size, offset + length);
      if (offset >= to) return Buffer.alloc(0);
      const chunks: Uint8Array[] = [];
      for await (const chunk of await blobs.get(hash, { from: offset, to })) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}
