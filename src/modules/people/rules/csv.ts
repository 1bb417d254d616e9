// SPDX-License-Identifier: EUPL-1.2

/** One line of a table: its number in the file (a quoted cell may span several) and its cells. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A finding in an imported file: where, and a text key that says what to do. */
export interface LineFinding {
  readonly line: number;
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Reads the bytes that spreadsheets write: UTF-8 with or without mark, UTF-16 with mark, otherwise Windows-1252. */
export function decodeCsv(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Splits a table into lines and cells (RFC 4180), separated by `;` or `,`, whichever the first line has more of. */
export function parseCsv(text: string): CsvLine[] | LineFinding {
  const separator = separatorOf(text);
  const lines: CsvLine[] = [];
  let line = 1;
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  while (position < text.length) {
    const read = readLine(text, position, separator);
    if (!read) return { line, reason: 'people.import.open-quote', details: {} };
    const cells = read.cells.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) lines.push({ line, cells });
    line += read.breaks + 1;
    position = read.end;
  }
  return lines;
}

function readLine(text: string, start: number, separator: string): { cells: string[]; end: number; breaks: number } | undefined {
  const cells: string[] = [];
  let breaks = 0;
  for (let position = start; ; position += 1) {
    const cell = readCell(text, position, separator);
    if (!cell) return undefined;
    cells.push(cell.value);
    breaks += cell.breaks;
    position = cell.end;
    if (text[position] !== separator) return { cells, end: afterBreak(text, position), breaks };
  }
}

function afterBreak(text: string, position: number): number {
  if (text.startsWith('\r\n', position)) return position + 2;
  return position + 1;
}

function separatorOf(text: string): string {
  const head = text.split(/\r?\n|\r/, 1)[0] ?? '';
  return head.split(',').length > head.split(';').length ? ',' : ';';
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly breaks: number;
}

/** One cell from a position on; undefined when its quote is never closed. */
function readCell(text: string, start: number, separator: string): Cell | undefined {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { value: text.slice(start, end), end, breaks: 0 };
  }
  const pieces: string[] = [];
  for (let position = start + 1; ; ) {
    const close = text.indexOf('"', position);
    if (close < 0) return undefined;
    pieces.push(text.slice(position, close));
    if (text[close + 1] !== '"') {
      const value = pieces.join('"');
      return { value, end: afterQuote(text, close + 1, separator), breaks: value.split('\n').length - 1 };
    }
    position = close + 2;
  }
}

/** Blanks between a closing quote and the separator belong to nobody. */
function afterQuote(text: string, position: number, separator: string): number {
  let end = position;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** True when a spreadsheet would compute a cell instead of showing it: such a cell may reach into other systems. */
export function isFormula(cell: string): boolean {
  return formulaStart.test(cell);
}

/** Writes a cell so that no spreadsheet computes it and no reader splits it. */
export function csvCell(value: string): string {
  const harmless = isFormula(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A whole table for download, with the mark by which spreadsheets recognise UTF-8. */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}
