// SPDX-License-Identifier: EUPL-1.2
// [MS-CFB] Compound File Binary: a file system in a file. Every number in it is the sender's, so every walk here has an end.
import { COMPOUND_LIMITS } from './limits.ts';
import { refuse } from './result.ts';

/** A folder of a compound file; streams are read when asked for, and all together never more than the file could hold. */
export type Storage = { name: string; storages: Storage[]; streams: ReadonlyMap<string, () => Buffer> };

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const MAX_SECTOR = 0xfffffffa;
const MINI = 64;
const NONE = 0xffffffff;

type Layout = {
  bytes: Buffer;
  size: number;
  cutoff: number;
  fat: Uint32Array;
  miniFat: Uint32Array;
  miniStream: () => Buffer;
  /** How many bytes may still be read: streams that share sectors would otherwise multiply. */
  room: { left: number };
};

type Entry = { name: string; type: number; left: number; right: number; child: number; start: number; length: number };

/** Opens a compound file; refuses circles, more entries or depth than any office file has, and sizes beyond the file itself. */
export function openCompoundFile(bytes: Buffer): Storage {
  if (bytes.length < 512 || !bytes.subarray(0, 8).equals(SIGNATURE)) return refuse('damaged', 'cfb: no header');
  const size = 1 << bytes.readUInt16LE(30);
  if (size !== 512 && size !== 4096) return refuse('damaged', 'cfb: sector size');
  const fat = readFat(bytes, size);
  const layout: Layout = {
    bytes,
    size,
    cutoff: bytes.readUInt32LE(56),
    fat,
    miniFat: new Uint32Array(0),
    miniStream: () => Buffer.alloc(0),
    room: { left: bytes.length * 4 },
  };
  const entries = readEntries(layout, bytes.readUInt32LE(48));
  const root = entries[0];
  if (root?.type !== 5) return refuse('damaged', 'cfb: no root');
  const miniBytes = readChain(layout, bytes.readUInt32LE(60), Number.POSITIVE_INFINITY);
  layout.miniFat = toNumbers(miniBytes);
  let mini: Buffer | undefined;
  layout.miniStream = () => (mini ??= readChain(layout, root.start, root.length));
  return toStorage({ layout, entries, seen: new Set([0]) }, root, 0);
}

function sector({ bytes, size }: Pick<Layout, 'bytes' | 'size'>, no: number): Buffer {
  const at = (no + 1) * size;
  return at < bytes.length ? bytes.subarray(at, at + size) : refuse('damaged', 'cfb: sector outside the file');
}

function toNumbers(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4));
}

// 109 places of the table stand in the header, the others in a chain of their own whose last number points on.
function readFat(bytes: Buffer, size: number): Uint32Array {
  const most = Math.ceil(bytes.length / size);
  const places = [...toNumbers(bytes.subarray(76, 512))];
  let next = bytes.readUInt32LE(68);
  for (let step = 0; next < MAX_SECTOR; step += 1) {
    if (step > most) return refuse('hostile', 'cfb: circle');
    const more = toNumbers(sector({ bytes, size }, next));
    places.push(...more.subarray(0, -1));
    next = more.at(-1) ?? NONE;
  }
  const used = places.filter((place) => place < MAX_SECTOR);
  if (used.length > most) return refuse('hostile', 'cfb: table larger than the file');
  const tables = used.map((place) => toNumbers(sector({ bytes, size }, place)));
  const fat = new Uint32Array(tables.reduce((sum, table) => sum + table.length, 0));
  let at = 0;
  for (const table of tables) {
    fat.set(table, at);
    at += table.length;
  }
  return fat;
}

function readChain(layout: Layout, start: number, length: number): Buffer {
  return follow(layout, { table: layout.fat, start, length, unit: layout.size }, (no) => sector(layout, no));
}

type Chain = { table: Uint32Array; start: number; length: number; unit: number };

function follow({ room }: Layout, { table, start, length, unit }: Chain, read: (no: number) => Buffer): Buffer {
  const parts: Buffer[] = [];
  let held = 0;
  for (let no = start; no < MAX_SECTOR && held < length; no = table[no] ?? NONE) {
    room.left -= unit;
    if (parts.length > table.length || room.left < 0) return refuse('hostile', 'cfb: circle or shared sectors');
    const part = read(no);
    parts.push(part);
    held += part.length;
  }
  return Buffer.concat(parts).subarray(0, Math.min(held, length));
}

function readEntries(layout: Layout, start: number): Entry[] {
  const directory = readChain(layout, start, (COMPOUND_LIMITS.entries + 1) * 128);
  if (directory.length > COMPOUND_LIMITS.entries * 128) return refuse('hostile', 'cfb: entries');
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, no) => toEntry(directory.subarray(no * 128)));
}

function toEntry(row: Buffer): Entry {
  const nameLength = Math.min(64, Math.max(2, row.readUInt16LE(64)));
  return {
    name: row.toString('utf16le', 0, nameLength - 2),
    type: row[66] ?? 0,
    left: row.readUInt32LE(68),
    right: row.readUInt32LE(72),
    child: row.readUInt32LE(76),
    start: row.readUInt32LE(116),
    length: row.readUInt32LE(120),
  };
}

type Walk = { layout: Layout; entries: readonly Entry[]; seen: Set<number> };

function toStorage(walk: Walk, { name, child }: Entry, depth: number): Storage {
  if (depth > COMPOUND_LIMITS.depth) return refuse('hostile', 'cfb: depth');
  const storages: Storage[] = [];
  const streams = new Map<string, () => Buffer>();
  for (const entry of siblings(walk, child)) {
    if (entry.type === 1) storages.push(toStorage(walk, entry, depth + 1));
    if (entry.type === 2) streams.set(entry.name, () => readStream(walk.layout, entry));
  }
  return { name, storages, streams };
}

// A binary tree whose order does not matter here; each entry belongs to one place, so none is met twice.
function siblings({ entries, seen }: Walk, first: number): Entry[] {
  const found: Entry[] = [];
  const open = [first];
  for (let no = open.pop(); no !== undefined; no = open.pop()) {
    const entry = entries[no];
    if (no === NONE || !entry) continue;
    if (seen.has(no)) return refuse('hostile', 'cfb: circle of entries');
    seen.add(no);
    found.push(entry);
    open.push(entry.right, entry.left);
  }
  return found;
}

function readStream(layout: Layout, { start, length }: Entry): Buffer {
  if (length === 0) return Buffer.alloc(0);
  if (length >= layout.cutoff) return readChain(layout, start, length);
  const mini = layout.miniStream();
  return follow(layout, { table: layout.miniFat, start, length, unit: MINI }, (no) => mini.subarray(no * MINI, no * MINI + MINI));
}
