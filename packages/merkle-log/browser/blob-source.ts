// SPDX-License-Identifier: EUPL-1.2
// Packages and exports as the browser hands them over: one ZIP file, the files of a folder, or whatever was dropped.
import type { Source, SourceFile } from '../src/verify/source.ts';
import { type Inflate, readZip } from '../src/zip/reader.ts';

/** A file of a folder, with its path below it. */
export type FolderFile = { readonly path: string; readonly file: File };

/** What the reader chose. */
export type Chosen =
  | { readonly name: string; readonly zip: File }
  | { readonly name: string; readonly files: readonly FolderFile[] };

/** The files inside. Throws `ArchiveError` for a hostile archive. */
export async function openChosen(chosen: Chosen): Promise<Source> {
  if ('files' in chosen) return new Map(chosen.files.map(({ path, file }) => [path, sourceFile(path, file)]));
  const { zip } = chosen;
  const read = async (offset: number, length: number) => new Uint8Array(await zip.slice(offset, offset + length).arrayBuffer());
  return readZip({ size: zip.size, read }, inflateRaw);
}

function sourceFile(path: string, file: File): SourceFile {
  return { path, size: file.size, open: () => chunksOf(file.stream()) };
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** Raw inflate with the browser's own DecompressionStream. */
const inflateRaw: Inflate = (deflated) => {
  const { writable, readable } = new DecompressionStream('deflate-raw');
  // A fault while feeding shows up on the reading side as well; here it would only be reported twice.
  feed(deflated, writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>).catch(() => {});
  return chunksOf(readable);
};

async function feed(deflated: AsyncIterable<Uint8Array>, writer: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of deflated) await writer.write(chunk);
    await writer.close();
  } catch (error) {
    await writer.abort(error);
  }
}

/** From a file input: one ZIP, or a folder's files with their relative paths. */
export function chosenFrom(files: FileList): Chosen | undefined {
  const [first] = files;
  if (!first) return undefined;
  if (!first.webkitRelativePath) return { name: first.name, zip: first };
  const [folder] = first.webkitRelativePath.split('/');
  const list = Array.from(files, (file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/'), file }));
  return { name: folder ?? '', files: list };
}

/** From drag and drop: the first thing dropped, file or folder. */
export async function chosenFromDrop(items: DataTransferItemList): Promise<Chosen | undefined> {
  const [entry] = Array.from(items, (item) => item.webkitGetAsEntry()).filter((found) => found !== null);
  if (!entry) return undefined;
  if (isFile(entry)) return { name: entry.name, zip: await fileOf(entry) };
  return { name: entry.name, files: await filesBelow(entry as FileSystemDirectoryEntry, '') };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

async function filesBelow(folder: FileSystemDirectoryEntry, path: string): Promise<FolderFile[]> {
  const reader = folder.createReader();
  const files: FolderFile[] = [];
  // A reader delivers at most a hundred entries at a time and an empty list at the end.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const entry of batch) {
      const below = `${path}${entry.name}`;
      if (isFile(entry)) files.push({ path: below, file: await fileOf(entry) });
      else files.push(...(await filesBelow(entry as FileSystemDirectoryEntry, `${below}/`)));
    }
  }
  return files;
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
}
