// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

/** A TrueType font as far as a PDF needs it. Widths count in thousandths of the type size. */
export interface Face {
  readonly name: string;
  /** The font file itself. */
  readonly program: Buffer;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly number[];
  /** Glyph of each character. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** Width of each glyph. */
  readonly widths: readonly number[];
}

/** Reads a font (ISO/IEC 14496-22: tables head, hhea, hmtx, maxp, and cmap in format 4) with 1,000 units per em. */
export function readFace(file: URL, name: string): Face {
  const program = readFileSync(file);
  const tables = tablesOf(program);
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((tag) => tables.get(tag) ?? missing(tag)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  if (head.readUInt16BE(18) !== 1000) throw new Error(`${name}: the font does not count in thousandths`);
  return {
    name,
    program,
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    box: [36, 38, 40, 42].map((at) => head.readInt16BE(at)),
    glyphs: glyphsOf(cmap),
    widths: Array.from({ length: hhea.readUInt16BE(34) }, (_, glyph) => hmtx.readUInt16BE(4 * glyph)),
  };
}

function missing(tag: string): never {
  throw new Error(`the font has no table ${tag}`);
}

function tablesOf(program: Buffer): Map<string, Buffer> {
  const count = program.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + 16 * index;
      const begin = program.readUInt32BE(at + 8);
      return [program.toString('latin1', at, at + 4), program.subarray(begin, begin + program.readUInt32BE(at + 12))] as const;
    }),
  );
}

/** Format 4: segments of characters, each with a distance to its glyphs or a place in a list of them. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const encodings = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(cmap.readUInt32BE(8 + 8 * index)));
  const table = encodings.find((encoding) => encoding.readUInt16BE(0) === 4) ?? missing('cmap format 4');
  const length = table.readUInt16BE(6);
  const field = (block: number, at: number) => table.readUInt16BE(14 + (block === 0 ? 0 : 2) + block * length + at);
  const glyphs = new Map<number, number>();
  for (let at = 0; at < length; at += 2) {
    const [end, start, delta, offset] = [field(0, at), field(1, at), field(2, at), field(3, at)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const place = 16 + 3 * length + at + offset + 2 * (code - start);
      const glyph = offset === 0 ? code : table.readUInt16BE(place);
      if (offset === 0 || glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
  return glyphs;
}

/** Width of a text in points. */
export function widthOf({ glyphs, widths }: Face, text: string, size: number): number {
  let sum = 0;
  for (const letter of text) {
    const glyph = glyphs.get(letter.codePointAt(0)!) ?? 0;
    sum += widths[glyph] ?? widths.at(-1)!;
  }
  return (sum * size) / 1000;
}

/** Glyph numbers of a text, as a PDF shows them. Throws when the font lacks a letter: a name must never come out with a hole. */
export function encodeText({ glyphs, name }: Face, text: string): string {
  let hex = '';
  for (const letter of text) {
    const glyph = glyphs.get(letter.codePointAt(0)!);
    if (glyph === undefined) throw new Error(`${name} has no letter ${letter} (${text})`);
    hex += glyph.toString(16).padStart(4, '0');
  }
  return hex;
}
