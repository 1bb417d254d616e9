// SPDX-License-Identifier: EUPL-1.2
// [MS-OXMSG] 2.4: a property lies in the row of fixed values, or as a stream named by its number and type.
import type { Storage } from './compound-file.ts';
import { MAIL_LIMITS } from './limits.ts';

/** Properties of a message, a recipient or an attachment, by their MAPI number ([MS-OXPROPS]). */
export type Properties = {
  text(no: number): string;
  binary(no: number): Buffer | undefined;
  number(no: number): number | undefined;
  /** A point in time (FILETIME), as ISO text. */
  time(no: number): string | undefined;
};

const STREAM = '__substg1.0_';
const TICKS_TO_1970 = 116_444_736_000_000_000n;
const LATIN = 'windows-1252';

/** Reads the properties of a storage; `headerBytes` is 32 for a message, 24 for one inside another, 8 for recipients and attachments. */
export function propertiesOf(storage: Storage, headerBytes: 32 | 24 | 8, codepage?: number): Properties {
  const fixed = fixedValues(storage, headerBytes);
  const stream = (no: number, type: string): Buffer | undefined =>
    storage.streams
      .get(`${STREAM}${hex(no)}${type}`)?.()
      .subarray(0, MAIL_LIMITS.body * 2);
  const label = decoderOf(codepage ?? fixed.get(0x3ffd)?.readUInt32LE(0));
  return {
    text(no) {
      const wide = stream(no, '001F');
      return wide ? wide.toString('utf16le') : new TextDecoder(label).decode(stream(no, '001E'));
    },
    binary: (no) => storage.streams.get(`${STREAM}${hex(no)}0102`)?.(),
    number: (no) => fixed.get(no)?.readInt32LE(0),
    time(no) {
      const ticks = fixed.get(no)?.readBigUInt64LE(0) ?? 0n;
      const date = new Date(Number((ticks - TICKS_TO_1970) / 10_000n));
      return ticks === 0n || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
    },
  };
}

function hex(no: number): string {
  return no.toString(16).toUpperCase().padStart(4, '0');
}

function fixedValues(storage: Storage, headerBytes: number): Map<number, Buffer> {
  const rows = storage.streams.get('__properties_version1.0')?.() ?? Buffer.alloc(0);
  const values = new Map<number, Buffer>();
  for (let at = headerBytes; at + 16 <= rows.length; at += 16)
    values.set(rows.readUInt16LE(at + 2), rows.subarray(at + 8, at + 16));
  return values;
}

/** The decoder for a Windows code page; German offices write 1252 where nothing is said. */
export function decoderOf(codepage: number | undefined): string {
  if (codepage === 65_001) return 'utf-8';
  if (codepage !== undefined && codepage >= 1250 && codepage <= 1258) return `windows-${codepage}`;
  if (codepage !== undefined && codepage >= 28_592 && codepage <= 28_606) return `iso-8859-${codepage - 28_590}`;
  return LATIN;
}
