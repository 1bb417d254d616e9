// SPDX-License-Identifier: EUPL-1.2
// ZIP files that no well-behaved program writes, for the attack tests.
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as it shall stand in the file; what is not given is honest. */
export type CraftedEntry = {
  name: string;
  content?: Buffer;
  packed?: Buffer;
  declared?: number;
  mode?: number;
  flags?: number;
  offset?: number;
};

/** Writes a ZIP entry by entry; `announced` is the number of entries the end record claims. */
export function craftZip(entries: readonly CraftedEntry[], announced = entries.length): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = entry.content ?? Buffer.alloc(0);
    const packed = entry.packed ?? deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const head = header(entry, {
      packed: packed.length,
      unpacked: entry.declared ?? content.length,
      crc: crc32(content),
      name: name.length,
    });
    if (entry.offset === undefined) locals.push(Buffer.from([0x50, 0x4b, 3, 4]), head.subarray(2), name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(entry.mode ?? 0, 8);
    tail.writeUInt32LE(entry.offset ?? at, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2]), head, tail, name);
    if (entry.offset === undefined) at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(announced & 0xffff, 8);
  end.writeUInt16LE(announced & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

// The fields both headers share: [version made by,] version needed, flags, method, time, date, crc, sizes, name and extra length.
function header(entry: CraftedEntry, sizes: { packed: number; unpacked: number; crc: number; name: number }): Buffer {
  const head = Buffer.alloc(28);
  head.writeUInt16LE(0x0314, 0);
  head.writeUInt16LE(20, 2);
  head.writeUInt16LE(entry.flags ?? 0x800, 4);
  head.writeUInt16LE(8, 6);
  head.writeUInt32LE(sizes.crc, 12);
  head.writeUInt32LE(sizes.packed, 16);
  head.writeUInt32LE(sizes.unpacked, 20);
  head.writeUInt16LE(sizes.name, 24);
  return head;
}
