// SPDX-License-Identifier: EUPL-1.2
// The object syntax of PDF (ISO 32000-1, 7.2 and 7.3), as far as embedded files need it. Read only; nothing is executed.

/** A reference to another object. */
export interface PdfReference {
  readonly reference: number;
}
/** A name such as `/Catalog`, without its slash. */
export interface PdfName {
  readonly name: string;
}
/** A dictionary, perhaps followed by a stream that begins at `stream`. */
export interface PdfDictionary {
  readonly entries: Map<string, PdfValue>;
  stream?: number;
}
/** Any value; strings are kept as one character for each byte. */
export type PdfValue = PdfReference | PdfName | PdfDictionary | PdfValue[] | string | number | boolean | null;

const white = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;
const deepest = 40;

/** A position in the text of a file. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/** Moves over white space and comments. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const character = cursor.text[cursor.at];
    if (character === '%') {
      while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '\n' && cursor.text[cursor.at] !== '\r') cursor.at += 1;
    } else if (character !== undefined && white.test(character)) cursor.at += 1;
    else return;
  }
}

function word(cursor: Cursor): string {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !delimiter.test(cursor.text[cursor.at] ?? ' ')) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function escaped(cursor: Cursor): string {
  const octal = /^[0-7]{1,3}/.exec(cursor.text.slice(cursor.at, cursor.at + 3));
  if (octal !== null) {
    cursor.at += octal[0].length;
    return String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff);
  }
  const character = cursor.text[cursor.at] ?? '';
  cursor.at += 1;
  if (character === '\n') return '';
  if (character === '\r') {
    if (cursor.text[cursor.at] === '\n') cursor.at += 1;
    return '';
  }
  return escapes[character] ?? character;
}

function literal(cursor: Cursor): string {
  cursor.at += 1;
  let depth = 1;
  let value = '';
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] ?? '';
    cursor.at += 1;
    if (character === '\\') {
      value += escaped(cursor);
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) break;
    value += character;
  }
  return value;
}

function hexadecimal(cursor: Cursor): string {
  const end = cursor.text.indexOf('>', cursor.at);
  const digits = cursor.text.slice(cursor.at + 1, end < 0 ? cursor.text.length : end).replace(/[^0-9A-Fa-f]/g, '');
  cursor.at = end < 0 ? cursor.text.length : end + 1;
  let value = '';
  for (let position = 0; position < digits.length; position += 2)
    value += String.fromCharCode(Number.parseInt(digits.slice(position, position + 2).padEnd(2, '0'), 16));
  return value;
}

function nameAt(cursor: Cursor): PdfName {
  cursor.at += 1;
  return {
    name: word(cursor).replace(/#([0-9A-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  };
}

function list(cursor: Cursor, depth: number): PdfValue[] {
  cursor.at += 1;
  const items: PdfValue[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.at >= cursor.text.length) return items;
    if (cursor.text[cursor.at] === ']') {
      cursor.at += 1;
      return items;
    }
    const before = cursor.at;
    items.push(parseValue(cursor, depth + 1));
    if (cursor.at === before) cursor.at += 1;
  }
}

function dictionary(cursor: Cursor, depth: number): PdfDictionary {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  for (;;) {
    skipSpace(cursor);
    if (cursor.at >= cursor.text.length) break;
    if (cursor.text.startsWith('>>', cursor.at)) {
      cursor.at += 2;
      break;
    }
    if (cursor.text[cursor.at] !== '/') {
      cursor.at += 1;
      continue;
    }
    const key = nameAt(cursor).name;
    entries.set(key, parseValue(cursor, depth + 1));
  }
  return withStream({ entries }, cursor);
}

function withStream(found: PdfDictionary, cursor: Cursor): PdfDictionary {
  const start = /^\s*stream\r?\n?/.exec(cursor.text.slice(cursor.at, cursor.at + 40));
  if (start !== null) found.stream = cursor.at + start[0].length;
  return found;
}

const referenceForm = /^(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z0-9])/;

function numberOrWord(cursor: Cursor): PdfValue {
  const reference = referenceForm.exec(cursor.text.slice(cursor.at, cursor.at + 40));
  if (reference !== null) {
    cursor.at += reference[0].length;
    return { reference: Number(reference[1]) };
  }
  const text = word(cursor);
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : number;
}

/** Reads the value at the cursor. Damaged syntax yields what could be read, never an exception. */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  skipSpace(cursor);
  if (depth > deepest) {
    cursor.at = cursor.text.length;
    return null;
  }
  const { text, at } = cursor;
  if (text.startsWith('<<', at)) return dictionary(cursor, depth);
  switch (text[at]) {
    case '<':
      return hexadecimal(cursor);
    case '(':
      return literal(cursor);
    case '[':
      return list(cursor, depth);
    case '/':
      return nameAt(cursor);
    default:
      return numberOrWord(cursor);
  }
}

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'entries' in value;
}

/** Whether a value is a reference. */
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && 'reference' in value;
}

/** The name that a value is, or an empty text. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : '';
}
