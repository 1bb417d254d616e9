// SPDX-License-Identifier: EUPL-1.2

/** The encodings German offices really meet; each is a WHATWG label for TextDecoder. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

// Control characters that occur in plain text: tab, line feed, vertical tab, form feed, carriage return, DOS end of file, escape.
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

/** Guesses the encoding of text by byte order mark, then by validity; undefined when the bytes are not text. */
export function detectEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const wide = unmarkedUtf16(bytes);
  if (wide) return wide;
  if (hasForbiddenControls(bytes)) return undefined;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Decodes text, without its byte order mark; malformed sequences become U+FFFD, never an error. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe && !(bytes[2] === 0 && bytes[3] === 0)) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

// German text in UTF-16 has a zero in nearly every second byte, always on the same side.
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const pairs = bytes.length >> 1;
  if (pairs < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le';
  if (even > pairs * 0.7 && odd === 0) return 'utf-16be';
  return undefined;
}

function hasForbiddenControls(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) return true;
  return false;
}

// The sample may end inside a character: stream mode does not complain about that.
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
