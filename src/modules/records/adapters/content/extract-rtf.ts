// SPDX-License-Identifier: EUPL-1.2
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { refuse } from './result.ts';
import { decodeText } from './text-encoding.ts';

// Groups whose content is not text of the document (RTF 1.9.1: destinations).
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping listtable listoverridetable rsidtbl generator xmlnstbl datastore latentstyles filetbl revtbl fldinst'.split(
    ' ',
  ),
);
const SYMBOLS: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\f',
  tab: '\t',
  cell: '\t',
  row: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};
const ESCAPES: Record<string, string> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00a0',
  _: '-',
  '-': '',
  '\n': '\n',
  '\r': '\n',
};

// A control word: letters, an optional number, one blank that belongs to it. Sticky, bounded, without alternatives that overlap.
const WORD = /([a-z]{1,32})(-?\d{1,10})? ?/iy;

const MAX_DEPTH = 1_000;

type Group = { silent: boolean; skip: number };
type Reading = { out: string[]; stack: Group[]; group: Group; pending: number };

/** Text of an RTF document by an own small tokenizer; objects, pictures and fields' instructions are passed over unread. */
export function extractRtf(bytes: Buffer): RawText {
  return { pages: paginate(rtfText(bytes.toString('latin1'))) };
}

/** The text of RTF source, by characters of Latin-1 as they stand in the file. */
export function rtfText(source: string): string {
  const reading: Reading = { out: [], stack: [], group: { silent: false, skip: 1 }, pending: 0 };
  let at = 0;
  while (at < source.length) {
    const letter = source[at] ?? '';
    at += 1;
    if (letter === '\\') {
      const token = readControl(source, at);
      apply(reading, token);
      at = token.end;
    } else if (letter === '{') enterGroup(reading);
    else if (letter === '}') reading.group = reading.stack.pop() ?? reading.group;
    else if (letter !== '\r' && letter !== '\n') emit(reading, letter);
  }
  return reading.out.join('');
}

function enterGroup(reading: Reading): void {
  if (reading.stack.length >= MAX_DEPTH) refuse('hostile', 'rtf: depth');
  reading.stack.push(reading.group);
  reading.group = { ...reading.group };
}

function apply(reading: Reading, token: Token): void {
  if (token.silent) reading.group.silent = true;
  if (token.skip !== undefined) reading.group.skip = token.skip;
  if (token.text !== undefined) emit(reading, token.text);
  if (token.unicode) reading.pending = reading.group.skip;
}

// After a Unicode character come as many plain ones for readers that know no Unicode; they must not appear twice.
function emit(reading: Reading, text: string): void {
  if (reading.pending > 0) reading.pending -= 1;
  else if (!reading.group.silent) reading.out.push(text);
}

type Token = { end: number; text?: string; silent?: boolean; skip?: number; unicode?: boolean };

function readControl(source: string, at: number): Token {
  const letter = source[at] ?? '';
  if (letter === "'") return { end: at + 3, text: hexLetter(source.slice(at + 1, at + 3)) };
  if (letter === '*') return { end: at + 1, silent: true };
  if (ESCAPES[letter] !== undefined) return { end: at + 1, text: ESCAPES[letter] };
  WORD.lastIndex = at;
  const match = WORD.exec(source);
  if (!match) return { end: at + 1 };
  return { end: WORD.lastIndex, ...meaning(match[1] ?? '', match[2]) };
}

function meaning(word: string, number: string | undefined): Omit<Token, 'end'> {
  if (SILENT.has(word)) return { silent: true };
  if (SYMBOLS[word] !== undefined) return { text: SYMBOLS[word] };
  if (number === undefined) return {};
  if (word === 'uc') return { skip: Math.min(Math.max(0, Number(number)), 8) };
  if (word === 'u') return { text: String.fromCharCode(Number(number) & 0xffff), unicode: true };
  return {};
}

function hexLetter(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return Number.isNaN(code) ? '' : decodeText(Uint8Array.of(code), 'windows-1252');
}
