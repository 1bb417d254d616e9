// SPDX-License-Identifier: EUPL-1.2
// Outlook messages for the tests, written by another program's writer, so that our reader does not agree with itself alone.
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';

/** What a sample message holds. Properties: number and type (`0037001F`) → text, bytes, or a number for the fixed ones. */
export type OutlookSample = {
  properties: Record<string, string | Buffer | number | bigint>;
  recipients?: readonly OutlookSample['properties'][];
  attachments?: ReadonlyArray<OutlookSample['properties'] | { method: 5; message: OutlookSample }>;
};

const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5];

/** The time of a property (FILETIME) for an ISO instant. */
export function fileTime(iso: string): bigint {
  return BigInt(Date.parse(iso)) * 10_000n + 116_444_736_000_000_000n;
}

/** Writes a .msg file. */
export function makeOutlook(sample: OutlookSample): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  fill(entries, 0, sample, 32);
  return Buffer.from(burn(entries));
}

function fill(entries: Entry[], parent: number, sample: OutlookSample, headerBytes: number): void {
  writeProperties(entries, parent, sample.properties, headerBytes);
  for (const [index, recipient] of (sample.recipients ?? []).entries())
    writeProperties(entries, folder(entries, parent, `__recip_version1.0_#${number8(index)}`), recipient, 8);
  for (const [index, attachment] of (sample.attachments ?? []).entries()) {
    const at = folder(entries, parent, `__attach_version1.0_#${number8(index)}`);
    if ('message' in attachment && typeof attachment.message === 'object' && 'properties' in attachment.message) {
      writeProperties(entries, at, { '37050003': 5 }, 8);
      fill(entries, folder(entries, at, '__substg1.0_3701000D'), attachment.message, 24);
    } else writeProperties(entries, at, { '37050003': 1, ...(attachment as OutlookSample['properties']) }, 8);
  }
}

function number8(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0');
}

function folder(entries: Entry[], parent: number, name: string): number {
  return add(entries, parent, { name, type: DIRECTORY, length: 0, children: [] });
}

// The writer looks at the memory behind the bytes, so they are copied out of the pool.
function stream(entries: Entry[], parent: number, name: string, bytes: Buffer): void {
  add(entries, parent, { name, type: DOCUMENT, length: bytes.length, binaryProvider: () => Uint8Array.from(bytes) });
}

function add(entries: Entry[], parent: number, entry: Entry): number {
  entries[parent]?.children?.push(entries.length);
  entries.push(entry);
  return entries.length - 1;
}

function writeProperties(entries: Entry[], parent: number, properties: OutlookSample['properties'], headerBytes: number): void {
  const rows = [Buffer.alloc(headerBytes)];
  for (const [tag, value] of Object.entries(properties)) {
    const row = Buffer.alloc(16);
    row.writeUInt32LE(Number.parseInt(tag, 16), 0);
    if (typeof value === 'number') row.writeInt32LE(value, 8);
    else if (typeof value === 'bigint') row.writeBigUInt64LE(value, 8);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, tag.endsWith('1E') ? 'latin1' : 'utf16le') : value;
      row.writeUInt32LE(bytes.length, 8);
      stream(entries, parent, `__substg1.0_${tag}`, bytes);
    }
    rows.push(row);
  }
  stream(entries, parent, '__properties_version1.0', Buffer.concat(rows));
}
