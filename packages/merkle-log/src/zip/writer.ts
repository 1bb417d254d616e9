// SPDX-License-Identifier: EUPL-1.2
// A streaming ZIP writer: nothing is held in memory but the directory. Sizes and checksums follow each file in a descriptor, so the
// content is read once. Zip64 where a number does not fit into 32 bits.
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { concatBytes, utf8 } from '../bytes.ts';
import { FLAG, LENGTH, MAX_16, MAX_32, METHOD, SIGNATURE, ZIP64_EXTRA } from './format.ts';

/** A file to be written; `size` in bytes if known beforehand (unknown or large files get Zip64 fields). */
export type OutputFile = {
  readonly path: string;
  readonly size?: number;
  readonly data: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

type Written = { name: Uint8Array; offset: number; packed: number; size: number; crc: number };

/** Files up to this many bytes are deflated in one piece: a stream each would cost more than the work itself. */
const SMALL = 256 * 1024;
const LEVEL = 1;
const EMPTY_DEFLATED = Uint8Array.of(3, 0);

/** Below this a deflated file surely stays within 32 bits. */
const SURELY_NARROW = 0xf000_0000;

/** The archive's bytes. `at` becomes the time of every file, UTC. Throws `RangeError` when a file is larger than its announced size. */
export async function* writeZip(files: AsyncIterable<OutputFile> | Iterable<OutputFile>, at: Date): AsyncGenerator<Uint8Array> {
  const stamp = dosTime(at);
  const written: Written[] = [];
  let offset = 0;
  for await (const file of files) {
    const entry: Written = { name: utf8(file.path), offset, packed: 0, size: 0, crc: 0 };
    const wide = file.size === undefined || file.size > SURELY_NARROW;
    const header = localHeader(entry.name, stamp, wide);
    yield header;
    yield* deflate(file, entry);
    if (file.size !== undefined && entry.size !== file.size)
      throw new RangeError(`${file.path} has ${entry.size} bytes, ${file.size} were announced`);
    const descriptor = dataDescriptor(entry, wide);
    yield descriptor;
    offset += header.length + entry.packed + descriptor.length;
    written.push(entry);
  }
  yield* directory(written, stamp, offset);
}

async function* deflate(file: OutputFile, entry: Written): AsyncGenerator<Uint8Array> {
  const clear = counted(file.data, entry);
  for await (const chunk of (file.size ?? MAX_32) <= SMALL ? deflateWhole(clear) : deflateStream(clear)) {
    entry.packed += chunk.length;
    yield chunk;
  }
}

function deflateStream(clear: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const deflater = createDeflateRaw({ level: LEVEL });
  // A fault of the source reaches whoever reads the archive; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(clear, { objectMode: false }), deflater, () => {});
  return deflater;
}

async function* counted(data: OutputFile['data'], entry: Written): AsyncGenerator<Uint8Array> {
  for await (const chunk of data) {
    entry.crc = crc32(chunk, entry.crc);
    entry.size += chunk.length;
    yield chunk;
  }
}

async function* deflateWhole(clear: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of clear) chunks.push(chunk);
  const whole = concatBytes(...chunks);
  yield whole.length === 0 ? EMPTY_DEFLATED : deflateRawSync(whole, { level: LEVEL });
}

function localHeader(name: Uint8Array, stamp: number, wide: boolean): Uint8Array {
  const extra = wide ? wideExtra([0, 0]) : new Uint8Array(0);
  const [bytes, view] = record(LENGTH.localHeader, SIGNATURE.localHeader);
  view.setUint16(4, wide ? 45 : 20, true);
  view.setUint16(6, FLAG.descriptor | FLAG.utf8, true);
  view.setUint16(8, METHOD.deflated, true);
  view.setUint32(10, stamp, true);
  if (wide) {
    view.setUint32(18, MAX_32, true);
    view.setUint32(22, MAX_32, true);
  }
  view.setUint16(26, name.length, true);
  view.setUint16(28, extra.length, true);
  return concatBytes(bytes, name, extra);
}

function dataDescriptor(entry: Written, wide: boolean): Uint8Array {
  const [bytes, view] = record(wide ? 24 : 16, SIGNATURE.dataDescriptor);
  view.setUint32(4, entry.crc, true);
  if (wide) {
    view.setBigUint64(8, BigInt(entry.packed), true);
    view.setBigUint64(16, BigInt(entry.size), true);
  } else {
    view.setUint32(8, entry.packed, true);
    view.setUint32(12, entry.size, true);
  }
  return bytes;
}

function* directory(written: readonly Written[], stamp: number, offset: number): Generator<Uint8Array> {
  let size = 0;
  for (const entry of written) {
    const header = centralHeader(entry, stamp);
    size += header.length;
    yield header;
  }
  const count = written.length;
  const wide = count >= MAX_16 || size >= MAX_32 || offset >= MAX_32;
  if (wide) yield zip64End({ count, size, offset });
  const [bytes, view] = record(LENGTH.end, SIGNATURE.end);
  view.setUint16(8, wide ? MAX_16 : count, true);
  view.setUint16(10, wide ? MAX_16 : count, true);
  view.setUint32(12, wide ? MAX_32 : size, true);
  view.setUint32(16, wide ? MAX_32 : offset, true);
  yield bytes;
}

function centralHeader(entry: Written, stamp: number): Uint8Array {
  const narrow = (value: number) => Math.min(value, MAX_32);
  const extra = wideExtra([entry.size, entry.packed, entry.offset].filter((value) => value >= MAX_32));
  const [bytes, view] = record(LENGTH.centralHeader, SIGNATURE.centralHeader);
  view.setUint16(4, 45, true);
  view.setUint16(6, extra.length > 0 ? 45 : 20, true);
  view.setUint16(8, FLAG.descriptor | FLAG.utf8, true);
  view.setUint16(10, METHOD.deflated, true);
  view.setUint32(12, stamp, true);
  view.setUint32(16, entry.crc, true);
  view.setUint32(20, narrow(entry.packed), true);
  view.setUint32(24, narrow(entry.size), true);
  view.setUint16(28, entry.name.length, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(42, narrow(entry.offset), true);
  return concatBytes(bytes, entry.name, extra);
}

function zip64End({ count, size, offset }: { count: number; size: number; offset: number }): Uint8Array {
  const [end, view] = record(LENGTH.zip64End, SIGNATURE.zip64End);
  view.setBigUint64(4, BigInt(LENGTH.zip64End - 12), true);
  view.setUint16(12, 45, true);
  view.setUint16(14, 45, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(offset), true);
  const [locator, locatorView] = record(LENGTH.zip64Locator, SIGNATURE.zip64Locator);
  locatorView.setBigUint64(8, BigInt(offset + size), true);
  locatorView.setUint32(16, 1, true);
  return concatBytes(end, locator);
}

function wideExtra(values: readonly number[]): Uint8Array {
  if (values.length === 0) return new Uint8Array(0);
  const bytes = new Uint8Array(4 + 8 * values.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, ZIP64_EXTRA, true);
  view.setUint16(2, 8 * values.length, true);
  values.forEach((value, i) => {
    view.setBigUint64(4 + 8 * i, BigInt(value), true);
  });
  return bytes;
}

function record(length: number, signature: number): [Uint8Array, DataView] {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  return [bytes, view];
}

/** MS-DOS time in the low half, date in the high half; two-second steps, from 1980. */
function dosTime(at: Date): number {
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
