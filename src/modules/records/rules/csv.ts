// SPDX-License-Identifier: EUPL-1.2

/** A finding in an imported table: the line as a spreadsheet counts it, and a text key that says what to do. */
export interface LineFinding {
  readonly line: number;
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** One line of a table; `line` is where it begins, for a quoted cell may span several. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Text of the bytes that spreadsheets write: UTF-8 if it is that, otherwise Windows-1252. */
export function decodeCsv(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  return utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

/** Splits a table (RFC 4180, separated by `;` or `,` as its first line is). Strict: a stray quote is a finding, never guessed at. */
export function readCsv(text: string): { readonly lines: readonly CsvLine[]; readonly findings: readonly LineFinding[] } {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = separatorOf(body);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let start = 1;
  let line = 1;
  for (const { value, breaks, ends } of cellsOf(body, separator)) {
    if (value === undefined) return { lines, findings: [{ line, reason: 'records.table.stray-quote', details: {} }] };
    cells.push(value.trim());
    line += breaks;
    if (!ends) continue;
    if (cells.some((cell) => cell !== '')) lines.push({ line: start, cells });
    cells = [];
    line += 1;
    start = line;
  }
  return { lines, findings: [] };
}

function separatorOf(text: string): ';' | ',' {
  const head = text.slice(0, Math.max(0, text.indexOf('\n')) || text.length);
  return head.split(';').length >= head.split(',').length ? ';' : ',';
}

interface Cell {
  /** undefined when the quotes make no sense. */
  readonly value: string | undefined;
  /** Line breaks inside. */
  readonly breaks: number;
  /** True when the line is over. */
  readonly ends: boolean;
}

/** A cell is quoted, with its quotes doubled, or holds none; then comes a separator, a line break or the end. */
function* cellsOf(text: string, separator: ';' | ','): Generator<Cell> {
  const cell =
    separator === ';' ? /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|\r|$)/y : /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) {
      yield { value: undefined, breaks: 0, ends: true };
      return;
    }
    const [, quoted, plain = '', end] = match;
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    yield { value, breaks: value.split('\n').length - 1, ends: end !== separator };
    if (end === separator && cell.lastIndex === text.length) yield { value: '', breaks: 0, ends: true };
  }
}
