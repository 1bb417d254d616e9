// SPDX-License-Identifier: EUPL-1.2
// Lines of a full export (FORMAT.md), taken apart without building strings on the way: a million of them must pass in seconds.

import { hexDigit } from '../bytes.ts';

const SPACE = 0x20;

/** A line `position hex64 rest`: a leaf (commitment, header) or a personal part (salt, body). Views into the line. */
export type PositionedLine = { readonly seq: number; readonly hash: Uint8Array; readonly rest: Uint8Array };

/** The parts of a line, or undefined when it has another form. `hash` is one buffer that the next call overwrites. */
export function parsePositioned(line: Uint8Array, hash: Uint8Array): PositionedLine | undefined {
  let at = 0;
  let seq = 0;
  for (; at < line.length && at < 16; at++) {
    const digit = line[at]! - 0x30;
    if (digit < 0 || digit > 9) break;
    seq = seq * 10 + digit;
  }
  if (at === 0 || (at > 1 && line[0] === 0x30) || !Number.isSafeInteger(seq)) return undefined;
  if (line[at] !== SPACE || line[at + 65] !== SPACE || !readHex(line, at + 1, hash)) return undefined;
  return { seq, hash, rest: line.subarray(at + 66) };
}

function readHex(line: Uint8Array, at: number, out: Uint8Array): boolean {
  let bad = 0;
  for (let i = 0; i < 32; i++) {
    const high = hexDigit(line[at + 2 * i]!);
    const low = hexDigit(line[at + 2 * i + 1]!);
    bad |= high | low;
    out[i] = (high << 4) | low;
  }
  return bad >= 0;
}
