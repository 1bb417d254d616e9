// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BackupPart } from './manifest.ts';

/** Writes a stream durably below a folder and tells hash and size of what was written. */
export async function saveStream(folder: string, relative: string, source: Readable): Promise<BackupPart> {
  const target = path.join(folder, relative);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const digest = createHash('sha256');
  let size = 0;
  async function* measured(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      digest.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  await pipeline(source, measured, createWriteStream(target, { mode: 0o600 }));
  await syncFile(target);
  return { path: relative, sha256: digest.digest('hex'), size };
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies a file and tells hash and size. */
export function saveFile(folder: string, relative: string, from: string): Promise<BackupPart> {
  return saveStream(folder, relative, createReadStream(from));
}

/** Throws a German sentence when a part of the backup is not what its manifest says. */
export async function checkPart(folder: string, part: BackupPart): Promise<void> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path.join(folder, part.path)) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    size += chunk.length;
  }
  if (size !== part.size || digest.digest('hex') !== part.sha256) throw new Error(`Die Sicherung ist beschädigt: ${part.path}`);
}
