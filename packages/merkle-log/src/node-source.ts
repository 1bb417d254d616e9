// SPDX-License-Identifier: EUPL-1.2
// Packages and exports on the disk of a Node program.
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Source, SourceFile } from './verify/source.ts';
import { ArchiveError, type Inflate, type RandomAccess, readZip } from './zip/reader.ts';

const INFLATE_CHUNK = 128 * 1024;
const READ_CHUNK = 256 * 1024;

/** The files of a ZIP archive or a folder. `close` when done. Throws `ArchiveError` for a hostile archive, the system's error for a missing path. */
export async function openPath(path: string): Promise<{ source: Source; close(): Promise<void> }> {
  const info = await stat(path);
  if (info.isDirectory()) return { source: await readFolder(path), close: async () => {} };
  const handle = await open(path);
  try {
    return { source: await readZip(randomAccess(handle, info.size), inflateRaw), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function randomAccess(handle: FileHandle, size: number): RandomAccess {
  return {
    size,
    async read(offset, length) {
      const buffer = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
  };
}

/** Raw inflate with node:zlib. */
export const inflateRaw: Inflate = (deflated) => {
  const inflate = createInflateRaw({ chunkSize: INFLATE_CHUNK });
  // A fault reaches whoever reads the inflated side; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(deflated, { objectMode: false }), inflate, () => {});
  return inflate;
};

/** All regular files below a folder, paths with forward slashes. Links are refused: they could point anywhere. */
async function readFolder(root: string): Promise<Source> {
  const files = new Map<string, SourceFile>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory()) folders.push(path);
      else if (item.isFile()) files.set(path, await fileAt(join(root, path), path));
      else throw new ArchiveError('link', path);
    }
  }
  return files;
}

async function fileAt(absolute: string, path: string): Promise<SourceFile> {
  const { size } = await stat(absolute);
  return { path, size, open: () => readChunks(absolute) };
}

/** Two buffers for the whole file, one read ahead: garbage of this size would be collected too late. */
async function* readChunks(absolute: string): AsyncGenerator<Uint8Array> {
  const handle = await open(absolute);
  const buffers = [new Uint8Array(READ_CHUNK), new Uint8Array(READ_CHUNK)] as const;
  let ahead = handle.read(buffers[0], 0, READ_CHUNK);
  try {
    for (let turn = 1; ; turn++) {
      const { bytesRead, buffer } = await ahead;
      if (bytesRead === 0) return;
      ahead = handle.read(buffers[turn % 2]!, 0, READ_CHUNK);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await ahead.catch(() => {});
    await handle.close();
  }
}
