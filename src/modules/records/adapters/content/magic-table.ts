// SPDX-License-Identifier: EUPL-1.2
import type { MediaTypeName } from './media-types.ts';

/** A signature: bytes at an offset; `also` is a second condition further on. */
export type Magic = { type: MediaTypeName; at: number; bytes: string; also?: { at: number; bytes: string } };

// Bytes are written as Latin-1 strings, as the format's own papers do. Order matters: the more specific line first.
const TABLE: readonly Magic[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/tiff', at: 0, bytes: 'II*\0' },
  { type: 'image/tiff', at: 0, bytes: 'MM\0*' },
  { type: 'image/tiff', at: 0, bytes: 'II+\0' },
  { type: 'image/webp', at: 0, bytes: 'RIFF', also: { at: 8, bytes: 'WEBP' } },
  { type: 'audio/wav', at: 0, bytes: 'RIFF', also: { at: 8, bytes: 'WAVE' } },
  { type: 'image/heic', at: 4, bytes: 'ftypheic' },
  { type: 'image/heic', at: 4, bytes: 'ftypheix' },
  { type: 'image/heic', at: 4, bytes: 'ftyphevc' },
  { type: 'image/heic', at: 4, bytes: 'ftypmif1' },
  { type: 'image/heic', at: 4, bytes: 'ftypmsf1' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'image/avif', at: 4, bytes: 'ftypavis' },
  { type: 'video/quicktime', at: 4, bytes: 'ftypqt  ' },
  { type: 'video/mp4', at: 4, bytes: 'ftyp' },
  { type: 'image/bmp', at: 0, bytes: 'BM', also: { at: 6, bytes: '\0\0\0\0' } },
  { type: 'audio/mpeg', at: 0, bytes: 'ID3' },
  { type: 'application/x-cfb', at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { type: 'application/zip', at: 0, bytes: 'PK\x03\x04' },
  { type: 'application/zip', at: 0, bytes: 'PK\x05\x06' },
  { type: 'application/x-7z-compressed', at: 0, bytes: "7z\xbc\xaf'\x1c" },
  { type: 'application/vnd.rar', at: 0, bytes: 'Rar!\x1a\x07' },
  { type: 'application/gzip', at: 0, bytes: '\x1f\x8b\x08' },
  { type: 'application/x-tar', at: 257, bytes: 'ustar' },
  { type: 'application/rtf', at: 0, bytes: '{\\rtf' },
  { type: 'application/x-executable', at: 0, bytes: 'MZ' },
  { type: 'application/x-executable', at: 0, bytes: '\x7fELF' },
  { type: 'application/x-executable', at: 0, bytes: '\xca\xfe\xba\xbe' },
  { type: 'application/x-executable', at: 0, bytes: '\xfe\xed\xfa\xce' },
  { type: 'application/x-executable', at: 0, bytes: '\xfe\xed\xfa\xcf' },
  { type: 'application/x-executable', at: 0, bytes: '\xcf\xfa\xed\xfe' },
  { type: 'application/x-executable', at: 0, bytes: '\xce\xfa\xed\xfe' },
  { type: 'application/x-executable', at: 0, bytes: '\0asm' },
  { type: 'application/x-executable', at: 0, bytes: 'dex\n' },
  // A Windows shortcut names a program to start; it is as good as one.
  { type: 'application/x-executable', at: 0, bytes: 'L\0\0\0\x01\x14\x02\0' },
  { type: 'application/x-executable', at: 0, bytes: '#!' },
];

/** The first signature that fits the beginning of a file. */
export function matchMagic(head: Buffer): MediaTypeName | undefined {
  return TABLE.find((line) => fits(head, line.at, line.bytes) && (!line.also || fits(head, line.also.at, line.also.bytes)))?.type;
}

function fits(head: Buffer, at: number, bytes: string): boolean {
  return head.length >= at + bytes.length && head.toString('latin1', at, at + bytes.length) === bytes;
}
