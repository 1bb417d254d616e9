// SPDX-License-Identifier: EUPL-1.2
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { readRange, removeQuietly, syncDirectory, unlessMissing } from './durable-file.ts';
import { hashInName, type SealedObject, type SealedObjects } from './sealed-objects.ts';
import { StorageError, storing } from './storage-error.ts';

/** Sealed objects as files below `dir`, two levels of folders by hash. */
export function fileObjects(dir: string): SealedObjects {
  const durable = new Set<string>(); // folders whose names this process has synced
  return {
    keep: (file, { name }) => storing(() => keepFile(file, path.join(dir, name), { dir, durable })),
    read: (object, from, to) => readFile(path.join(dir, object.name), object, { from, to }),
    length: (name) => storing(async () => (await unlessMissing(stat(path.join(dir, name))))?.size),
    drop: (name) => removeQuietly(path.join(dir, name)),
    names: (prefix) => listFiles(dir, prefix),
  };
}

async function keepFile(file: string, target: string, { dir, durable }: { dir: string; durable: Set<string> }): Promise<void> {
  const folder = path.dirname(target);
  if (!durable.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(file, target);
  try {
    await syncDirectory(folder);
    if (durable.has(folder)) return;
    // An existing folder is synced too: whoever made it may have crashed before. After the file's own sync this costs next to nothing.
    await syncDirectory(path.dirname(folder));
    await syncDirectory(dir);
    durable.add(folder);
  } catch (fault) {
    await removeQuietly(target); // not acknowledged, and after a failed fsync nobody knows what the disk holds
    throw fault;
  }
}

async function* readFile(
  file: string,
  { length }: SealedObject,
  range: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  const handle = await storing(() => unlessMissing(open(file, 'r')));
  if (!handle) throw new StorageError('damaged');
  try {
    if ((await storing(() => handle.stat())).size !== length) throw new StorageError('damaged');
    const pieces = readRange(handle, range.from, range.to);
    for (let next = await storing(() => pieces.next()); !next.done; next = await storing(() => pieces.next())) yield next.value;
  } finally {
    await storing(() => handle.close());
  }
}

async function* listFiles(dir: string, prefix: string): AsyncGenerator<{ name: string; changedAt: Date }> {
  for (const second of (await unlessMissing(readdir(path.join(dir, prefix)))) ?? []) {
    for (const file of (await unlessMissing(readdir(path.join(dir, prefix, second)))) ?? []) {
      const name = `${prefix}/${second}/${file}`;
      const found = hashInName(name) === undefined ? undefined : await unlessMissing(stat(path.join(dir, name)));
      if (found) yield { name, changedAt: found.mtime };
    }
  }
}
