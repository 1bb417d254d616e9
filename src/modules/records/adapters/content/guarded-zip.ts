// SPDX-License-Identifier: EUPL-1.2
// An own small reader of ZIP (APPNOTE.TXT 4.3, 4.4): synchronous, bounded, total. It believes nothing the archive says about itself.
import { crc32, inflateRawSync } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import { ZIP_LIMITS } from './limits.ts';
import { refuse } from './result.ts';

/** One entry of a ZIP directory; sizes are what the archive declares, they are counted again when it is unpacked. */
export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
  encrypted: boolean;
  symlink: boolean;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;

/** The end record of a ZIP, or undefined when the bytes do not end as one; this alone makes a polyglot of a PDF or an image. */
export async function findZipEnd(source: ByteSource): Promise<{ entries: number; offset: number; length: number } | undefined> {
  const start = Math.max(0, source.size - END_LENGTH - MAX_COMMENT);
  const tail = await source.read(start, source.size - start);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    // The comment must reach exactly to the end, or the signature is chance.
    if (at + END_LENGTH + tail.readUInt16LE(at + 20) !== tail.length) continue;
    return { entries: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  return undefined;
}

/** Reads the directory; refuses as damaged, hostile or too large before a single byte is unpacked. */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const end = await findZipEnd(source);
  if (!end) return refuse('damaged', 'zip: no end record');
  if (end.entries === 0xffff || end.offset === 0xffffffff) return refuse('too-large', 'zip: zip64');
  if (end.entries > ZIP_LIMITS.entries || end.length > ZIP_LIMITS.directory) return refuse('too-large', 'zip: entries');
  if (end.offset + end.length > source.size) return refuse('damaged', 'zip: directory outside file');
  const directory = await source.read(end.offset, end.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < end.entries) {
    const entry = readEntryHeader(directory, at);
    if (entry.offset >= end.offset) return refuse('hostile', 'zip: entry inside directory');
    entries.push(entry);
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  // More entries than announced: another program would see another archive than we do.
  if (at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL) return refuse('hostile', 'zip: hidden entries');
  checkBomb(entries);
  checkOverlap(entries);
  return entries;
}

/** Unpacks one entry, counting instead of trusting: more bytes than declared or allowed is hostile. */
export async function readZipEntry(source: ByteSource, entry: ZipEntry): Promise<Buffer> {
  if (entry.encrypted) return refuse('encrypted', 'zip: entry');
  if (entry.symlink) return refuse('hostile', 'zip: symbolic link');
  if (entry.unpacked > ZIP_LIMITS.entryUnpacked) return refuse('too-large', 'zip: entry');
  const local = await source.read(entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) return refuse('damaged', 'zip: local header');
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = await source.read(start, entry.packed);
  if (packed.length !== entry.packed) return refuse('damaged', 'zip: truncated entry');
  const bytes = unpack(packed, entry);
  if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.crc) return refuse('damaged', 'zip: checksum');
  return bytes;
}

/** The entry with that exact name. */
export function findZipEntry(entries: readonly ZipEntry[], name: string): ZipEntry | undefined {
  return entries.find((entry) => entry.name === name);
}

/** Whether a name would leave the folder it is unpacked into (zip slip), on any operating system. */
export function isEscapingName(name: string): boolean {
  if (name.startsWith('/') || name.includes('\\') || name.includes('\0') || name[1] === ':') return true;
  return name.split('/').includes('..');
}

function readEntryHeader(directory: Buffer, at: number): ZipEntry {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) return refuse('damaged', 'zip: directory entry');
  const flags = directory.readUInt16LE(at + 8);
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
  if (nameEnd > directory.length) return refuse('damaged', 'zip: entry name');
  // The upper half of the external attributes holds the Unix mode; 0xA000 is a symbolic link.
  const mode = directory.readUInt16LE(at + 40);
  return {
    name: directory.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8', at + 46, nameEnd),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packed: directory.readUInt32LE(at + 20),
    unpacked: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
    encrypted: (flags & 1) !== 0,
    symlink: (mode & 0xf000) === 0xa000,
  };
}

function checkBomb(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.unpacked;
    const dense = entry.unpacked > ZIP_LIMITS.ratioFrom && entry.unpacked > entry.packed * ZIP_LIMITS.ratio;
    if (dense) refuse('hostile', 'zip: ratio');
  }
  if (total > ZIP_LIMITS.totalUnpacked) refuse('too-large', 'zip: total');
}

// Entries that share their packed bytes multiply a small file without any high ratio (D. Fifield, "A better zip bomb", 2019).
function checkOverlap(entries: readonly ZipEntry[]): void {
  const byOffset = entries.toSorted((a, b) => a.offset - b.offset);
  let free = 0;
  for (const entry of byOffset) {
    if (entry.offset < free) refuse('hostile', 'zip: overlapping entries');
    free = entry.offset + 30 + entry.packed;
  }
}

function unpack(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return refuse('unsupported', 'zip: method');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch (error) {
    const overflow = error instanceof RangeError;
    return refuse(overflow ? 'hostile' : 'damaged', overflow ? 'zip: more than declared' : 'zip: deflate');
  }
}
