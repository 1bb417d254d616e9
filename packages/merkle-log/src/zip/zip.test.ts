// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzip } from '../specimen/memory.ts';
import { type ArchiveFault, ArchiveError, DEFAULT_LIMITS, isSafePath } from './reader.ts';
import { type OutputFile, writeZip } from './writer.ts';

const AT = new Date(Date.UTC(2026, 10, 24, 8, 20));

async function pack(files: Iterable<OutputFile>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(files, AT)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function file(path: string, content: string | Buffer, size?: number): OutputFile {
  const bytes = Buffer.from(content);
  return { path, data: [bytes], ...(size === undefined ? {} : { size }) };
}

async function contents(bytes: Uint8Array): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [path, entry] of await unzip(bytes)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry.open()) chunks.push(chunk.slice());
    found[path] = Buffer.concat(chunks).toString('latin1');
  }
  return found;
}

test('what is packed comes out again, small or large, of known or unknown size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 500 }), { maxLength: 6 }), fc.boolean(), async (parts, known) => {
      const files = parts.map((part, i) => file(`d${i}/ä ${i}.bin`, Buffer.from(part), known ? part.length : undefined));
      const expected = Object.fromEntries(parts.map((part, i) => [`d${i}/ä ${i}.bin`, Buffer.from(part).toString('latin1')]));
      assert.deepEqual(await contents(await pack(files)), expected);
    }),
    { numRuns: 60 },
  );
  const large = Buffer.alloc(3_000_000, 'Aktenzeichen ');
  assert.deepEqual(await contents(await pack([file('gross', large, large.length)])), { gross: large.toString('latin1') });
});

test('the same files give the same archive, byte for byte', async () => {
  const files = () => [file('a', 'eins'), file('b', 'zwei', 4)];
  assert.deepEqual(await pack(files()), await pack(files()));
});

test('a file of another size than announced stops the writing', async () => {
  await assert.rejects(pack([file('a', 'eins', 5)]), RangeError);
});

test('more files than 16 bits can count are written and read (Zip64)', async () => {
  const many = Array.from({ length: 65_600 }, (_, i) => file(`${i}`, '', 0));
  assert.equal((await unzip(await pack(many))).size, 65_600);
});

/** A hand-made archive: anything about a member may be a lie. */
type Lie = {
  name: string;
  data: Buffer;
  localName?: string;
  method?: number;
  size?: number;
  packed?: number;
  flags?: number;
  attributes?: number;
  offset?: number;
};

function forge(members: readonly Lie[], { prefix = '', comment = '' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(prefix)];
  const directory: Buffer[] = [];
  let at = prefix.length;
  for (const lie of members) {
    const packedBytes = lie.method === 0 ? lie.data : deflateRawSync(lie.data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(lie.method ?? 8, 8);
    local.writeUInt16LE(Buffer.byteLength(lie.localName ?? lie.name), 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(lie.flags ?? 0x800, 8);
    head.writeUInt16LE(lie.method ?? 8, 10);
    head.writeUInt32LE(lie.packed ?? packedBytes.length, 20);
    head.writeUInt32LE(lie.size ?? lie.data.length, 24);
    head.writeUInt16LE(Buffer.byteLength(lie.name), 28);
    head.writeUInt32LE(lie.attributes ?? 0, 38);
    head.writeUInt32LE(lie.offset ?? at, 42);
    parts.push(local, Buffer.from(lie.localName ?? lie.name), packedBytes);
    directory.push(head, Buffer.from(lie.name));
    at += 30 + Buffer.byteLength(lie.localName ?? lie.name) + packedBytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, central, end, Buffer.from(comment)]);
}

async function faultOf(bytes: Uint8Array): Promise<ArchiveFault | undefined> {
  try {
    await contents(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ArchiveError) return error.fault;
    throw error;
  }
}

const x = (name: string): Lie => ({ name, data: Buffer.from('inhalt') });

test('the hand-made archive is sound as long as it does not lie', async () => {
  assert.deepEqual(await contents(forge([x('a'), { ...x('b'), method: 0 }])), { a: 'inhalt', b: 'inhalt' });
  assert.equal(await faultOf(forge([x('a')], { comment: 'harmless' })), undefined);
});

test('hostile archives are refused, each for its own reason', async () => {
  const cases: [string, Buffer, ArchiveFault][] = [
    ['no archive', Buffer.from('%PDF-1.7 …'), 'not-a-zip'],
    ['empty', Buffer.alloc(0), 'not-a-zip'],
    ['cut off', forge([x('a')]).subarray(0, -1), 'not-a-zip'],
    ['bytes before the first file (PDF and ZIP in one)', forge([x('a')], { prefix: '%PDF-1.7\n' }), 'damaged'],
    ['zip slip', forge([x('../../etc/passwd')]), 'unsafe-name'],
    ['absolute', forge([x('/etc/passwd')]), 'unsafe-name'],
    ['backslash', forge([x('..\\boot.ini')]), 'unsafe-name'],
    ['drive', forge([x('C:boot.ini')]), 'unsafe-name'],
    ['zero byte', forge([x('a\u0000.txt')]), 'unsafe-name'],
    ['twice the same name', forge([x('a'), x('a')]), 'duplicate-name'],
    ['names that differ in case only', forge([x('a'), x('A')]), 'duplicate-name'],
    ['names that differ in composition only', forge([x('\u00e4'), x('a\u0308')]), 'duplicate-name'],
    ['symbolic link', forge([{ ...x('a'), attributes: 0xa1ff0000 }]), 'link'],
    ['encrypted', forge([{ ...x('a'), flags: 0x801 }]), 'encrypted'],
    ['unknown method', forge([{ ...x('a'), method: 12 }]), 'method'],
    ['two files share their bytes', forge([x('a'), { ...x('b'), offset: 0 }]), 'overlap'],
    ['file reaches into the directory', forge([{ ...x('a'), packed: 5000 }]), 'overlap'],
    ['another name in the local header', forge([{ ...x('a'), localName: 'b' }]), 'damaged'],
    ['larger than declared', forge([{ ...x('a'), size: 3 }]), 'wrong-size'],
    ['smaller than declared', forge([{ ...x('a'), size: 300 }]), 'wrong-size'],
    ['stored with two sizes', forge([{ ...x('a'), method: 0, size: 5 }]), 'wrong-size'],
    ['declares terabytes', forge(Array.from({ length: 30 }, (_, i) => ({ ...x(`${i}`), size: 0xfffffff0 }))), 'too-large'],
  ];
  for (const [name, bytes, fault] of cases) assert.equal(await faultOf(bytes), fault, name);
});

test('a bomb that declares a small size is stopped at that size, not unpacked', async () => {
  const bomb = Buffer.alloc(200_000_000);
  const bytes = forge([{ name: 'bomb', data: bomb, size: 1000 }]);
  const before = process.memoryUsage().rss;
  let count = 0;
  await assert.rejects(async () => {
    for await (const chunk of (await unzip(bytes)).get('bomb')!.open()) count += chunk.length;
  }, ArchiveError);
  assert.ok(count <= 1000);
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
});

test('a bomb that declares its size is refused before a byte is unpacked', async () => {
  const bytes = forge([{ name: 'bomb', data: Buffer.alloc(300_000_000) }]);
  await assert.rejects(unzip(bytes), (error: ArchiveError) => error.fault === 'too-large');
});

test('too many files and too large a directory are refused by the limits', async () => {
  const bytes = forge([x('a'), x('b'), x('c')]);
  await assert.rejects(unzip(bytes, { ...DEFAULT_LIMITS, files: 2 }), (error: ArchiveError) => error.fault === 'too-many');
  await assert.rejects(unzip(bytes, { ...DEFAULT_LIMITS, bytes: 17 }), (error: ArchiveError) => error.fault === 'too-large');
});

test('a damaged archive is reported, whatever byte is wrong (1,000 tries)', async () => {
  const good = await pack([file('proof.json', '{"format":1}'), file('content/x', Buffer.alloc(400, 'ab'))]);
  const expected = await contents(good);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const bad = Buffer.from(good);
      bad[at]! ^= by;
      const fault = await faultOf(bad);
      // Only bytes that carry no content (times, versions, checksums, and content itself) may pass.
      if (fault === undefined) assert.deepEqual(Object.keys(await contents(bad)).length, Object.keys(expected).length);
    }),
    { numRuns: 1000 },
  );
});

test('only plain relative names are safe', () => {
  for (const path of ['a', 'a/b.txt', 'content/ä ö.pdf', 'a.b/..c']) assert.ok(isSafePath(path), path);
  for (const path of ['', '.', '..', 'a/../b', '/a', 'a//b', 'a\\b', 'a:b', 'a?', 'a\nb', 'x'.repeat(500)])
    assert.equal(isSafePath(path), false, path);
});
