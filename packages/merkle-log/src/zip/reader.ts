// SPDX-License-Identifier: EUPL-1.2
// A ZIP reader for files from strangers. Stricter than the format: it accepts only what a plain writer produces, because every freedom
// (overlapping parts, two directories, bytes before the first file) lets two programs see two different contents in one file.
import { fromUtf8 } from '../bytes.ts';
import { FLAG, LENGTH, MAX_16, MAX_32, METHOD, SIGNATURE, ZIP64_EXTRA } from './format.ts';

/** Bytes that can be read at any place: a file on disk, a Blob. */
export type RandomAccess = { readonly size: number; read(offset: number, length: number): Promise<Uint8Array> };

/** Raw inflate as a stream. */
export type Inflate = (deflated: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

/**
 * A file inside: its size is what the archive declares, and reading more or less than that fails. A chunk is valid until the next is
 * asked for.
 */
export type SourceFile = { readonly path: string; readonly size: number; open(): AsyncIterable<Uint8Array> };

/** Why an archive is not read. */
export type ArchiveFault =
  | 'not-a-zip'
  | 'damaged'
  | 'encrypted'
  | 'method'
  | 'unsafe-name'
  | 'duplicate-name'
  | 'link'
  | 'overlap'
  | 'too-many'
  | 'too-large'
  | 'wrong-size';

/** Thrown for an archive that is damaged or hostile. */
export class ArchiveError extends Error {
  readonly fault: ArchiveFault;
  readonly path: string;

  constructor(fault: ArchiveFault, path = '') {
    super(`${fault} ${path}`.trim());
    this.fault = fault;
    this.path = path;
  }
}

/** Bounds; what lies above them is refused before a byte is unpacked. */
export type ArchiveLimits = { readonly files: number; readonly bytes: number; readonly ratio: number };

/** 100,000 files, 64 GiB in all, and above 256 MiB at most 200 times the archive's own size. */
export const DEFAULT_LIMITS: ArchiveLimits = { files: 100_000, bytes: 64 * 2 ** 30, ratio: 200 };

const RATIO_FREE_BYTES = 256 * 2 ** 20;
const CHUNK = 256 * 1024;

type Member = {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly flags: number;
  readonly attributes: number;
};

/** The files of an archive by path. Throws `ArchiveError`; later, `open` throws it too when the content breaks what was declared. */
export async function readZip(
  archive: RandomAccess,
  inflate: Inflate,
  limits: ArchiveLimits = DEFAULT_LIMITS,
): Promise<Map<string, SourceFile>> {
  const directory = await findDirectory(archive);
  if (directory.count > limits.files) throw new ArchiveError('too-many');
  if (directory.size > Math.max(2 ** 26, limits.files * 400)) throw new ArchiveError('too-large');
  const members = parseDirectory(await archive.read(directory.offset, directory.size), directory.count);
  checkSizes(members, archive.size, limits);
  checkLayout(members, directory.offset);
  const files = new Map<string, SourceFile>();
  const seen = new Set<string>();
  for (const member of members) {
    checkMember(member);
    // Windows and macOS would unpack two spellings of one name into the same file.
    const folded = member.path.normalize('NFC').toLowerCase();
    if (seen.has(folded)) throw new ArchiveError('duplicate-name', member.path);
    seen.add(folded);
    if (member.path.endsWith('/')) continue;
    files.set(member.path, { path: member.path, size: member.size, open: () => unpack(archive, member, inflate) });
  }
  return files;
}

type Directory = { offset: number; size: number; count: number };

async function findDirectory(archive: RandomAccess): Promise<Directory> {
  const length = Math.min(archive.size, LENGTH.end + MAX_16);
  const tail = await archive.read(archive.size - length, length);
  const view = viewOf(tail);
  for (let at = tail.length - LENGTH.end; at >= 0; at--) {
    if (view.getUint32(at, true) !== SIGNATURE.end || at + LENGTH.end + view.getUint16(at + 20, true) !== tail.length) continue;
    const found = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) throw new ArchiveError('damaged');
    const end = archive.size - length + at;
    const needs64 = found.count === MAX_16 || found.size === MAX_32 || found.offset === MAX_32;
    const directory = needs64 ? await findDirectory64(archive, end) : found;
    const limit = needs64 ? end - LENGTH.zip64Locator - LENGTH.zip64End : end;
    if (directory.offset + directory.size !== limit) throw new ArchiveError('damaged');
    return directory;
  }
  throw new ArchiveError('not-a-zip');
}

async function findDirectory64(archive: RandomAccess, end: number): Promise<Directory> {
  const start = end - LENGTH.zip64Locator - LENGTH.zip64End;
  if (start < 0) throw new ArchiveError('damaged');
  const view = viewOf(await archive.read(start, LENGTH.zip64End + LENGTH.zip64Locator));
  const locator = LENGTH.zip64End;
  if (view.getUint32(0, true) !== SIGNATURE.zip64End || view.getUint32(locator, true) !== SIGNATURE.zip64Locator)
    throw new ArchiveError('damaged');
  if (number64(view, locator + 8) !== start) throw new ArchiveError('damaged');
  return { count: number64(view, 32), size: number64(view, 40), offset: number64(view, 48) };
}

function parseDirectory(bytes: Uint8Array, count: number): Member[] {
  const members: Member[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + LENGTH.centralHeader > bytes.length) throw new ArchiveError('damaged');
    const view = viewOf(bytes.subarray(at));
    if (view.getUint32(0, true) !== SIGNATURE.centralHeader) throw new ArchiveError('damaged');
    const nameEnd = at + LENGTH.centralHeader + view.getUint16(28, true);
    const extraEnd = nameEnd + view.getUint16(30, true);
    if (extraEnd > bytes.length) throw new ArchiveError('damaged');
    members.push(memberOf(view, nameOf(bytes.subarray(at + LENGTH.centralHeader, nameEnd)), bytes.subarray(nameEnd, extraEnd)));
    at = extraEnd + view.getUint16(32, true);
  }
  if (at !== bytes.length) throw new ArchiveError('damaged');
  return members;
}

function memberOf(view: DataView, path: string, extra: Uint8Array): Member {
  const wide = wideNumbers(extra);
  const resolve = (value: number): number => {
    if (value !== MAX_32) return value;
    const found = wide.shift();
    if (found === undefined) throw new ArchiveError('damaged', path);
    return found;
  };
  // APPNOTE 4.5.3: the extra field holds only the numbers that do not fit, in this order.
  const size = resolve(view.getUint32(24, true));
  const packed = resolve(view.getUint32(20, true));
  const offset = resolve(view.getUint32(42, true));
  return {
    path,
    size,
    packed,
    offset,
    method: view.getUint16(10, true),
    flags: view.getUint16(8, true),
    attributes: view.getUint32(38, true),
  };
}

function wideNumbers(extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA && at + 4 + length <= extra.length) {
      return Array.from({ length: Math.floor(length / 8) }, (_, i) => number64(view, at + 4 + 8 * i));
    }
    at += 4 + length;
  }
  return [];
}

function checkSizes(members: readonly Member[], archiveSize: number, limits: ArchiveLimits): void {
  const total = members.reduce((sum, member) => sum + member.size, 0);
  if (total > limits.bytes) throw new ArchiveError('too-large');
  if (total > RATIO_FREE_BYTES && total > archiveSize * limits.ratio) throw new ArchiveError('too-large');
}

/** Parts must follow each other from the first byte on: overlapping parts are how small bombs unpack to terabytes. */
function checkLayout(members: readonly Member[], directoryOffset: number): void {
  let end = 0;
  for (const member of [...members].sort((a, b) => a.offset - b.offset)) {
    if (member.offset < end) throw new ArchiveError('overlap', member.path);
    if (end === 0 && member.offset !== 0) throw new ArchiveError('damaged', member.path);
    end = member.offset + LENGTH.localHeader + member.packed;
  }
  if (end > directoryOffset) throw new ArchiveError('overlap');
}

function checkMember({ path, flags, method, attributes, packed, size }: Member): void {
  if (flags & FLAG.encrypted) throw new ArchiveError('encrypted', path);
  if (method !== METHOD.stored && method !== METHOD.deflated) throw new ArchiveError('method', path);
  if (method === METHOD.stored && packed !== size) throw new ArchiveError('wrong-size', path);
  if (attributes >>> 28 === 0xa) throw new ArchiveError('link', path);
  if (!isSafePath(path)) throw new ArchiveError('unsafe-name', path);
}

/** Relative, forward slashes, no step upwards, nothing that some system would read as a drive, a stream or a control sequence. */
export function isSafePath(path: string): boolean {
  if (path.length === 0 || path.length > 400 || /[\u0000-\u001f\u007f\\:*?"<>|]/.test(path)) return false;
  const steps = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  return steps.every((step) => step !== '' && step !== '.' && step !== '..');
}

async function* unpack(archive: RandomAccess, member: Member, inflate: Inflate): AsyncGenerator<Uint8Array> {
  const head = await archive.read(member.offset, LENGTH.localHeader);
  const view = viewOf(head);
  if (head.length < LENGTH.localHeader || view.getUint32(0, true) !== SIGNATURE.localHeader)
    throw new ArchiveError('damaged', member.path);
  const nameLength = view.getUint16(26, true);
  const name = nameOf(await archive.read(member.offset + LENGTH.localHeader, nameLength));
  if (name !== member.path || view.getUint16(8, true) !== member.method) throw new ArchiveError('damaged', member.path);
  const start = member.offset + LENGTH.localHeader + nameLength + view.getUint16(28, true);
  const packed = slices(archive, start, member.packed);
  let count = 0;
  for await (const chunk of member.method === METHOD.stored ? packed : inflated(packed, inflate, member.path)) {
    count += chunk.length;
    if (count > member.size) throw new ArchiveError('wrong-size', member.path);
    yield chunk;
  }
  if (count !== member.size) throw new ArchiveError('wrong-size', member.path);
}

async function* inflated(packed: AsyncIterable<Uint8Array>, inflate: Inflate, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* inflate(packed);
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : new ArchiveError('damaged', path);
  }
}

async function* slices(archive: RandomAccess, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += CHUNK) {
    const chunk = await archive.read(start + at, Math.min(CHUNK, length - at));
    if (chunk.length === 0) throw new ArchiveError('damaged');
    yield chunk;
  }
}

function nameOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    throw new ArchiveError('unsafe-name');
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function number64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new ArchiveError('damaged');
  return value;
}
