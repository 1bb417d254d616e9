// SPDX-License-Identifier: EUPL-1.2
// [MS-OXRTFCP]: Outlook packs the formatted text of a message with a dictionary of 4 kB.
import { MAIL_LIMITS } from './limits.ts';

const PREFIX =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4096;

/** Unpacks formatted text; never more than a message may hold, whatever the packed bytes say. Empty when they are something else. */
export function unpackRtf(packed: Buffer): Buffer {
  if (packed.length < 16) return Buffer.alloc(0);
  const size = Math.min(packed.readUInt32LE(4), MAIL_LIMITS.body);
  const kind = packed.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return packed.subarray(16, 16 + size);
  return kind === COMPRESSED ? unpack(packed.subarray(16), size) : Buffer.alloc(0);
}

type Unpacking = { out: Buffer; length: number; window: Buffer; at: number };

function unpack(packed: Buffer, size: number): Buffer {
  const window = Buffer.alloc(WINDOW);
  const state: Unpacking = { out: Buffer.alloc(size), length: 0, window, at: window.write(PREFIX, 'latin1') };
  for (let read = 0; read < packed.length && state.length < size; ) {
    const flags = packed[read++] ?? 0;
    for (let bit = 0; bit < 8 && read < packed.length; bit += 1) {
      const isReference = (flags & (1 << bit)) !== 0;
      if (!isReference) put(state, packed[read++] ?? 0);
      else if (copy(state, packed.readUInt16BE(Math.min(read, packed.length - 2)))) read += 2;
      else return state.out.subarray(0, state.length);
    }
  }
  return state.out.subarray(0, state.length);
}

function put(state: Unpacking, byte: number): void {
  if (state.length < state.out.length) state.out[state.length++] = byte;
  state.window[state.at] = byte;
  state.at = (state.at + 1) % WINDOW;
}

/** Repeats what stands in the window; a reference to where the next byte goes is the end, and false. */
function copy(state: Unpacking, token: number): boolean {
  const from = token >> 4;
  if (from === state.at) return false;
  for (let step = 0; step < (token & 15) + 2; step += 1) put(state, state.window[(from + step) % WINDOW] ?? 0);
  return true;
}
