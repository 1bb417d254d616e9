// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type Face, readFace } from './font.ts';

/** The two faces of the town's papers. */
export const faces = {
  regular: readFace(new URL('../fonts/fira-sans-regular.ttf', import.meta.url), 'FiraSans-Regular'),
  bold: readFace(new URL('../fonts/fira-sans-semibold.ttf', import.meta.url), 'FiraSans-SemiBold'),
} as const;

/** A4 in points. */
export const paper = { width: 595.28, height: 841.89 } as const;

/** What a PDF says about itself. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/**
 * Writes a PDF 1.7 from the drawing operators of its pages; fonts are `/F1` (regular) and `/F2` (bold), coded by glyph. Written here and not
 * by a library, because the town has a thousand letters and fifteen seconds: the fonts are deflated once and go into every file as they are.
 */
export function writePdf(pages: readonly string[], facts: PdfFacts): Buffer {
  const firstPage = fontObjects.length + 3;
  const refs = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  const info = firstPage + 2 * pages.length;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) /ViewerPreferences << /DisplayDocTitle true >> >>'),
    Buffer.from(`<< /Type /Pages /Kids [ ${refs} ] /Count ${pages.length} >>`),
    ...fontObjects,
    ...pages.flatMap((operators, index) => pageObjects(operators, firstPage + 2 * index + 1)),
    infoObject(facts),
  ];
  return assemble(objects, info);
}

const pageHead = `<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 ${paper.width} ${paper.height} ] /Resources << /Font << /F1 3 0 R /F2 8 0 R >> >>`;

function pageObjects(operators: string, contents: number): Buffer[] {
  return [Buffer.from(`${pageHead} /Contents ${contents} 0 R >>`), stream(Buffer.from(operators, 'latin1'))];
}

function stream(bytes: Buffer, entries = ''): Buffer {
  const packed = deflateSync(bytes);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode${entries} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
}

function infoObject({ title, author, day }: PdfFacts): Buffer {
  const date = `D:${day.replaceAll('-', '')}080000Z`;
  return Buffer.from(
    `<< /Title ${textString(title)} /Author ${textString(author)} /Producer (Fachwerk) /CreationDate (${date}) /ModDate (${date}) >>`,
  );
}

/** UTF-16BE with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2). */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function assemble(objects: readonly Buffer[], info: number): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const opening = Buffer.from(`${index + 1} 0 obj\n`);
    const closing = Buffer.from('\nendobj\n');
    places.push(at);
    parts.push(opening, object, closing);
    at += opening.length + object.length + closing.length;
  }
  const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32);
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n` +
        `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R /ID [ <${id}> <${id}> ] >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Five objects for each face, numbered from 3: the font, its glyphs, its measures, its file, and what its glyphs mean as text. */
const fontObjects: readonly Buffer[] = [...objectsOf(faces.regular, 3), ...objectsOf(faces.bold, 8)];

function objectsOf(face: Face, first: number): Buffer[] {
  const { name, widths, ascent, descent, box, program } = face;
  return [
    Buffer.from(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [ ${first + 1} 0 R ] /ToUnicode ${first + 4} 0 R >>`,
    ),
    Buffer.from(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>` +
        ` /FontDescriptor ${first + 2} 0 R /CIDToGIDMap /Identity /DW ${widths.at(-1)} /W [ 0 [ ${widths.join(' ')} ] ] >>`,
    ),
    Buffer.from(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [ ${box.join(' ')} ] /ItalicAngle 0 /Ascent ${ascent} /Descent ${descent}` +
        ` /CapHeight 689 /StemV 84 /FontFile2 ${first + 3} 0 R >>`,
    ),
    stream(program, ` /Length1 ${program.length}`),
    stream(Buffer.from(unicodeMap(face))),
  ];
}

function unicodeMap({ glyphs }: Face): string {
  const pairs = [...new Map([...glyphs].map(([code, glyph]) => [glyph, code]))];
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const groups = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, index) => pairs.slice(100 * index, 100 * index + 100));
  const blocks = groups.map(
    (group) =>
      `${group.length} beginbfchar\n${group.map(([glyph, code]) => `<${hex(glyph)}> <${hex(code)}>`).join('\n')}\nendbfchar`,
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
