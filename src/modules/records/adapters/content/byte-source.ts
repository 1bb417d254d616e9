// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises';

/** Random access to bytes: a file, a buffer, or a blob store's reader; `read` returns fewer bytes only at the end. */
export type ByteSource = { size: number; read(offset: number, length: number): Promise<Buffer> };

/** Bytes already in memory as a source. */
export function bufferSource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: buffer.length, read: async (offset, length) => buffer.subarray(offset, offset + length) };
}

/** Opens a file as a source for the time of `use` and closes it afterwards, whatever happens. */
export async function withFileSource<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await use({
      size,
      async read(offset, length) {
        const wanted = Math.max(0, Math.min(length, size - offset));
        const buffer = Buffer.alloc(wanted);
        const { bytesRead } = await handle.read(buffer, 0, wanted, offset);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}
