// SPDX-License-Identifier: EUPL-1.2
// Text of letters, mails and pages as an own plain PDF: what has no fixed layout is shown as text, never as the sender's markup.
import { EXTRA_GLYPHS, type Shape, shapeText } from './helvetica.ts';

const PAGE_WIDTH = 595;
const PAGE_HEIGHT = 842;
const MARGIN = 57;
const SIZE = 10;
const LEADING = 14;
const NOTE_SIZE = 7;
const MAX_HEIGHT = PAGE_HEIGHT * 4;
const LINE_WIDTH = ((PAGE_WIDTH - 2 * MARGIN) * 1000) / SIZE;
const NOTE = 'Textansicht ohne die Gestaltung des Originals';

/** Lays each text out on one page, as long as the text needs (at most four A4 heights): page numbers stay those of the text. */
export function textFlowPdf(texts: readonly string[]): Buffer {
  const pages = texts.map((text) => drawPage(text));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1${EXTRA_GLYPHS.map((name) => `/${name}`).join('')}]>>>>`,
  ];
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE_WIDTH} ${page.height}]/Contents ${5 + index * 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      `<</Length ${page.content.length}>>stream\n${page.content}\nendstream`,
    );
  }
  return assemble(objects);
}

/** Breaks shaped text into lines that fit; words longer than a line are cut. */
export function breakLines(text: string): Shape[][] {
  return text.split('\n').flatMap((line) => breakLine(shapeText(line)));
}

function breakLine(shapes: Shape[]): Shape[][] {
  const lines: Shape[][] = [];
  let start = 0;
  let lastBlank = -1;
  let width = 0;
  for (let at = 0; at < shapes.length; at += 1) {
    const shape = shapes[at];
    if (!shape) continue;
    if (isBlank(shape)) lastBlank = at;
    width += shape.width;
    if (width <= LINE_WIDTH || at === start) continue;
    const end = lastBlank > start ? lastBlank : at;
    lines.push(shapes.slice(start, end));
    start = lastBlank > start ? end + 1 : end;
    lastBlank = -1;
    width = 0;
    at = start - 1;
  }
  lines.push(shapes.slice(start));
  return lines;
}

function isBlank(shape: Shape): boolean {
  return shape.glyphs[0]?.code === 0x20;
}

function drawPage(text: string): { height: number; content: string } {
  const lines = breakLines(text);
  const height = Math.min(MAX_HEIGHT, Math.max(PAGE_HEIGHT, lines.length * LEADING + 2 * MARGIN));
  const room = Math.floor((height - 2 * MARGIN) / LEADING);
  const out = [
    `0.45 g BT /F ${NOTE_SIZE} Tf`,
    drawLine(shapeText(NOTE), { y: height - 30, size: NOTE_SIZE }),
    'ET',
    `0 g BT /F ${SIZE} Tf`,
  ];
  const boxes: string[] = [];
  for (const [index, line] of lines.slice(0, room).entries()) {
    const y = height - MARGIN - SIZE - index * LEADING;
    out.push(drawLine(line, { y, size: SIZE }));
    boxes.push(...missingBoxes(line, y));
  }
  return { height, content: [...out, 'ET', ...boxes].join('\n') };
}

function drawLine(line: readonly Shape[], at: { y: number; size: number }): string {
  const out: string[] = [];
  let run = '';
  let runStart = 0;
  let pen = 0;
  const place = (x: number, y: number): string =>
    `1 0 0 1 ${round(MARGIN + (x * at.size) / 1000)} ${round(at.y + (y * at.size) / 1000)} Tm`;
  const flush = (): void => {
    if (run !== '') out.push(`${place(runStart, 0)} <${run}> Tj`);
    run = '';
  };
  for (const shape of line) {
    const [letter, accent] = shape.glyphs;
    if (!letter) flush();
    else if (run === '') runStart = pen;
    if (letter) run += hex(letter.code);
    if (accent) out.push(`${place(pen + accent.dx, accent.dy)} <${hex(accent.code)}> Tj`);
    pen += shape.width;
  }
  flush();
  return out.join('\n');
}

// A letter this font lacks is a visible box, so that nobody believes there was nothing.
function missingBoxes(line: readonly Shape[], y: number): string[] {
  const boxes: string[] = [];
  let pen = 0;
  for (const shape of line) {
    if (shape.missing)
      boxes.push(
        `0.5 w ${round(MARGIN + ((pen + 60) * SIZE) / 1000)} ${round(y)} ${round((440 * SIZE) / 1000)} ${round(0.68 * SIZE)} re S`,
      );
    pen += shape.width;
  }
  return boxes;
}

function assemble(objects: readonly string[]): Buffer {
  const parts: string[] = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
  );
  // Every part is pure ASCII: text stands in hexadecimal strings.
  return Buffer.from(parts.join(''), 'latin1');
}

function hex(code: number): string {
  return code.toString(16).padStart(2, '0');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
