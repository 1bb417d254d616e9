// SPDX-License-Identifier: EUPL-1.2
import { Unzip, UnzipInflate, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { Unreadable } from '../xml/unreadable.ts';

/** Bytes at once or piece by piece. */
export type Bytes = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What an archive may be at most. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files together, unpacked. */
  readonly total: number;
  /** Bytes of one file, unpacked. */
  readonly file: number;
}

/** Fits into the memory of a small server; larger packages should be split when they are written. */
export const usualZipLimits: ZipLimits = { entries: 20_000, total: 512_000_000, file: 256_000_000 };

const piece = 16_384;
const bad = /[/\\:*?"<>|\u0000-\u001f\u007f]|^\.{1,2}$|^$|[. ]$/;
const packed = /\.(?:pdf|docx|xlsx|pptx|odt|ods|zip|png|jpe?g|mp[34]|gz)$/i;

async function* pieces(source: Bytes): AsyncGenerator<Uint8Array> {
  const all = source instanceof Uint8Array ? [source] : source;
  for await (const chunk of all) {
    for (let start = 0; start < chunk.length; start += piece) yield chunk.subarray(start, start + piece);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** What was taken out so far. */
interface Unpacking {
  readonly files: Map<string, Uint8Array>;
  readonly names: Set<string>;
  readonly limits: ZipLimits;
  total: number;
  open: number;
}

function admit(unpacking: Unpacking, name: string): void {
  if (name.length > 255 || bad.test(name)) throw new Unreadable('zip-path', name.slice(0, 100));
  if (unpacking.names.has(name.toLowerCase())) throw new Unreadable('zip-doubled', name.slice(0, 100));
  unpacking.names.add(name.toLowerCase());
  if (unpacking.names.size > unpacking.limits.entries) throw new Unreadable('zip-entries', String(unpacking.limits.entries));
}

function receiver(unpacking: Unpacking): Unzip {
  const unzip = new Unzip((file) => {
    admit(unpacking, file.name);
    if (file.compression !== 0 && file.compression !== 8) throw new Unreadable('not-a-zip', `method ${file.compression}`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    unpacking.open += 1;
    file.ondata = (error, chunk, final) => {
      // Our own refusals come back through the unpacker's error.
      if (error instanceof Unreadable) throw error;
      if (error !== null) throw new Unreadable('not-a-zip', error.message.slice(0, 100), { cause: error });
      size += chunk.length;
      unpacking.total += chunk.length;
      if (size > unpacking.limits.file || unpacking.total > unpacking.limits.total) throw new Unreadable('zip-size', file.name);
      chunks.push(chunk);
      if (!final) return;
      unpacking.files.set(file.name, join(chunks, size));
      unpacking.open -= 1;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  return unzip;
}

/** All files of an archive. Names with folders, doubled names, bombs and broken archives are refused: `Unreadable`. */
export async function unzipAll(source: Bytes, limits: ZipLimits = usualZipLimits): Promise<Map<string, Uint8Array>> {
  const unpacking: Unpacking = { files: new Map(), names: new Set(), limits, total: 0, open: 0 };
  const unzip = receiver(unpacking);
  try {
    for await (const chunk of pieces(source)) unzip.push(chunk, false);
    unzip.push(new Uint8Array(0), true);
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : new Unreadable('not-a-zip', String(cause).slice(0, 100), { cause });
  }
  if (unpacking.names.size === 0 || unpacking.open > 0)
    throw new Unreadable('not-a-zip', unpacking.open > 0 ? 'cut off' : 'no entry');
  return unpacking.files;
}

/** A package that was taken apart. */
export interface Parcel {
  readonly messageName: string;
  readonly message: Uint8Array;
  readonly files: Map<string, Uint8Array>;
}

/** The message and the files of a package. The message is the only XML file whose name is one of a message, or the only XML file. */
export async function unpack(source: Bytes, limits: ZipLimits = usualZipLimits): Promise<Parcel> {
  const files = await unzipAll(source, limits);
  const xml = [...files.keys()].filter((name) => /\.xml$/i.test(name));
  const named = xml.filter((name) => /_(?:[A-Za-z]+\.[A-Za-z]+\.)?\d{4}(?:_\d{1,6})?\.xml$/i.test(name));
  const candidates = named.length > 0 ? named : xml;
  const [messageName] = candidates;
  if (messageName === undefined) throw new Unreadable('zip-without-message', [...files.keys()].slice(0, 3).join(', '));
  if (candidates.length > 1) throw new Unreadable('zip-several-messages', candidates.slice(0, 3).join(', '));
  const message = files.get(messageName) ?? new Uint8Array(0);
  files.delete(messageName);
  return { messageName, message, files };
}

/** The ZIP of a package, piece by piece: the message first, then the files in their order. Throws `RangeError` for a name that no reader should accept. */
export async function* pack(
  message: { name: string; xml: string },
  files: Iterable<{ name: string; data: Bytes }>,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed = error;
    else out.push(chunk);
  });
  const entries: Iterable<{ name: string; data: Bytes }>[] = [
    [{ name: message.name, data: new TextEncoder().encode(message.xml) }],
    files,
  ];
  for (const { name, data } of entries.flatMap((each) => [...each])) {
    if (bad.test(name)) throw new RangeError(`not the name of a file in a package: ${name.slice(0, 100)}`);
    const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    // The same content gives the same archive: time does not belong to it.
    entry.mtime = new Date(2000, 0, 1, 12);
    zip.add(entry);
    for await (const chunk of pieces(data)) {
      entry.push(chunk, false);
      yield* out.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* out.splice(0);
    if (failed !== undefined) throw failed;
  }
  zip.end();
  yield* out.splice(0);
}
