// SPDX-License-Identifier: EUPL-1.2
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseCheckpoint, parseNote } from '@fachwerk/merkle-log';

const separator = '\n----\n';

/** Adds a head to the file and makes it durable. */
export async function appendHead(file: string, note: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(note + separator);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Heads that a file witness holds, oldest first; a torn last one is left out. */
export async function readHeads(file: string): Promise<{ size: number; root: Buffer; note: string }[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split(separator).flatMap((note) => {
    const parsed = parseNote(note);
    const checkpoint = parsed && parseCheckpoint(parsed.text);
    return checkpoint ? [{ size: checkpoint.size, root: Buffer.from(checkpoint.root), note }] : [];
  });
}
