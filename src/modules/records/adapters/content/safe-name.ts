// SPDX-License-Identifier: EUPL-1.2

const MAX_BYTES = 200;
// Device names of Windows: a file of that name cannot be opened there, whatever its ending.
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// Controls, line and paragraph separators, zero width and reading direction marks, the byte order mark, variation and tag characters.
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\u{e0000}-\u{e007f}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;

/** Turns any foreign file name into one that is safe to show, to store and to send: last path part, NFC, visible, ≤ 200 bytes. */
export function safeName(name: string, fallback = 'Unbenannt'): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const visible = last.toWellFormed().replace(INVISIBLE, '').replace(FORBIDDEN, '_').normalize('NFC').trim();
  const named = trimDots(visible);
  const usable = named === '' ? fallback : named;
  return shorten(RESERVED.test(usable) ? `_${usable}` : usable, MAX_BYTES);
}

// Leading dots hide a file, trailing dots and blanks vanish under Windows; both by index, so that a million dots cost one walk.
function trimDots(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && (name[start] === '.' || name[start] === ' ')) start += 1;
  while (end > start && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return name.slice(start, end);
}

// Cuts the stem and keeps the ending, never inside a character: systems count bytes, people read letters.
function shorten(name: string, limit: number): string {
  if (Buffer.byteLength(name) <= limit) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : '';
  let room = limit - Buffer.byteLength(ending);
  let stem = '';
  for (const letter of name.slice(0, ending === '' ? name.length : dot)) {
    room -= Buffer.byteLength(letter);
    if (room < 0) break;
    stem += letter;
  }
  return trimDots(stem) + ending;
}
