// SPDX-License-Identifier: EUPL-1.2
// A full export (FORMAT.md): plain lines in the order of the journal, so that a million entries can be checked in one pass.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { concatBytes, toHex, utf8 } from '../bytes.ts';
import type { OutputFile } from '../zip/writer.ts';
import { EXPORT_README } from './readme-text.ts';

/** Many rows, from memory or from a cursor. */
export type Rows<T> = AsyncIterable<T> | Iterable<T>;

/** Everything that goes into a full export. Leaves and personal parts in the order of their positions, heads in the order of size. */
export type ExportInput = {
  /** Verifier keys of the log, type 1; more than one after a change of keys. */
  readonly keys: readonly string[];
  readonly leaves: Rows<{ readonly seq: number; readonly header: string; readonly commitment: Uint8Array }>;
  readonly personal: Rows<{ readonly seq: number; readonly salt: Uint8Array; readonly body: Uint8Array }>;
  /** Erasing acts by their own position, with their statement (`formatErasure`). */
  readonly erasures?: Rows<{ readonly seq: number; readonly statement: string }> | undefined;
  /** All signed heads as notes. */
  readonly checkpoints: Rows<string>;
  /** Cosigned heads; `name` becomes the file's name. */
  readonly witnesses?:
    | Rows<{ readonly name: string; readonly key?: string | undefined; readonly notes: readonly string[] }>
    | undefined;
  /** The present content hash of each object (hex); `isFile` when the hash is that of a file in `content`. */
  readonly tables?: Rows<{ readonly object: string; readonly content: string; readonly isFile?: boolean }> | undefined;
  readonly content?: Rows<{ readonly sha256: string; readonly size: number; open(): AsyncIterable<Uint8Array> }> | undefined;
};

const BATCH = 64 * 1024;
const NEWLINE = 0x0a;

/** The files of a full export, to be written with `writeExportFolder` or packed with `writeZip`. Throws `TypeError` for a personal part with a newline. */
export async function* fullExportFiles(input: ExportInput): AsyncGenerator<OutputFile> {
  yield { path: 'README.txt', data: [utf8(EXPORT_README)] };
  yield { path: 'key.txt', data: [utf8(`${input.keys.join('\n')}\n`)] };
  yield {
    path: 'leaves.txt',
    data: lines(input.leaves, ({ seq, header, commitment }) => utf8(`${seq} ${toHex(commitment)} ${header}`)),
  };
  yield {
    path: 'personal.txt',
    data: lines(input.personal, ({ seq, salt, body }) => concatBytes(utf8(`${seq} ${toHex(salt)} `), body)),
  };
  yield { path: 'erasures.txt', data: lines(input.erasures ?? [], ({ seq, statement }) => utf8(`${seq} ${statement}`)) };
  yield { path: 'checkpoints.txt', data: chunks(input.checkpoints, (note) => utf8(`${note}\n`)) };
  for await (const { name, key, notes } of input.witnesses ?? []) {
    const path = `witness/${name.replaceAll(/[^A-Za-z0-9.-]/g, '_').replace(/^\.+/, '_')}.txt`;
    yield { path, data: [utf8(`${key ? `${key}\n\n` : ''}${notes.join('\n')}`)] };
  }
  if (input.tables)
    yield {
      path: 'tables.txt',
      data: lines(input.tables, (row) => utf8(`${row.object} ${row.content}${row.isFile ? ' file' : ''}`)),
    };
  for await (const file of input.content ?? []) yield { path: `content/${file.sha256}`, size: file.size, data: file.open() };
}

/** Writes export files into a folder, which is created. Existing files of the same name are replaced. */
export async function writeExportFolder(folder: string, files: AsyncIterable<OutputFile>): Promise<void> {
  for await (const { path, data } of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(Readable.from(data, { objectMode: true }), createWriteStream(target));
  }
}

/** Each row a line. A newline inside would forge a line, so it is refused. */
function lines<T>(rows: Rows<T>, format: (row: T) => Uint8Array): AsyncGenerator<Uint8Array> {
  return chunks(rows, (row) => {
    const line = format(row);
    if (line.includes(NEWLINE)) throw new TypeError('a line of an export must not hold a newline');
    return concatBytes(line, Uint8Array.of(NEWLINE));
  });
}

async function* chunks<T>(rows: Rows<T>, format: (row: T) => Uint8Array): AsyncGenerator<Uint8Array> {
  let batch: Uint8Array[] = [];
  let length = 0;
  for await (const row of rows) {
    const bytes = format(row);
    batch.push(bytes);
    length += bytes.length;
    if (length < BATCH) continue;
    yield concatBytes(...batch);
    batch = [];
    length = 0;
  }
  if (length > 0) yield concatBytes(...batch);
}
