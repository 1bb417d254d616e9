// SPDX-License-Identifier: EUPL-1.2

// PostgreSQL text takes no U+0000; the other controls, soft hyphens, zero width and reading direction marks only hide words from search.
const UNWANTED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;
const JOINING_WORDS = new Set(['und', 'oder', 'bzw', 'sowie', 'bis', 'noch', 'als', 'wie', 've', 'ile', 'and', 'or']);
const LINE_WIDTH = 96;
const PAGE_LINES = 55;
const LONGEST_LINE = LINE_WIDTH * 20;

/** Makes extracted text fit for storage and search: NFC, no controls, single blanks, words joined that a line break had split. */
export function cleanText(raw: string): string {
  const plain = raw.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\u2028', '\n');
  const lines = plain
    .replace(UNWANTED, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]{2,}/g, ' ').trimEnd());
  return joinHyphens(dropBlankRuns(lines)).join('\n').trim();
}

/** Splits flowing text into pages of a readable length; form feeds break a page, very long lines are cut at blanks. */
export function paginate(text: string): string[] {
  const pages: string[] = [];
  for (const part of text.split('\f')) {
    let page: string[] = [];
    let printed = 0;
    for (const line of part.split('\n').flatMap(cutLine)) {
      page.push(line);
      printed += Math.max(1, Math.ceil(line.length / LINE_WIDTH));
      if (printed < PAGE_LINES) continue;
      pages.push(page.join('\n'));
      page = [];
      printed = 0;
    }
    if (page.length > 0) pages.push(page.join('\n'));
  }
  return pages.length > 0 ? pages : [''];
}

/** The beginning of the text, enough to tell the language. */
export function firstLetters(texts: readonly string[]): string {
  let sample = '';
  for (const text of texts) {
    if (sample.length > 4000) break;
    sample += ` ${text.slice(0, 4000)}`;
  }
  return sample;
}

// Only lines that no reader would call a line are cut; an ordinary paragraph stays in one piece.
function cutLine(line: string): string[] {
  if (line.length <= LONGEST_LINE) return [line];
  const pieces: string[] = [];
  for (let at = 0; at < line.length; ) {
    const blank = line.lastIndexOf(' ', at + LONGEST_LINE);
    const found = blank > at && at + LONGEST_LINE < line.length;
    pieces.push(line.slice(at, found ? blank : at + LONGEST_LINE));
    at = found ? blank + 1 : at + LONGEST_LINE;
  }
  return pieces;
}

function dropBlankRuns(lines: string[]): string[] {
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

// "Abfall-\ngebühr" must be found as "Abfallgebühr"; "Haupt-\nund Nebensitz" must stay two words.
function joinHyphens(lines: string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && isSplitWord(before, line)) joined[joined.length - 1] = before.slice(0, -1) + line;
    else joined.push(line);
  }
  return joined;
}

function isSplitWord(before: string, line: string): boolean {
  if (!before.endsWith('-') || !/\p{L}/u.test(before.at(-2) ?? '') || !/^\p{Ll}/u.test(line)) return false;
  return !JOINING_WORDS.has(/^\p{L}+/u.exec(line.slice(0, 12))?.[0] ?? '');
}
