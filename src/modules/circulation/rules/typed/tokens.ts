// SPDX-License-Identifier: EUPL-1.2

/** A word or sign of a line; offsets count from the beginning of the whole text. */
export interface Token {
  readonly kind: 'word' | 'list' | 'arrow' | 'colon' | 'open' | 'close';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const signs: Readonly<Record<string, Token['kind']>> = {
  ',': 'list',
  '+': 'list',
  '&': 'list',
  '→': 'arrow',
  '⇒': 'arrow',
  '>': 'arrow',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '[': 'open',
  ']': 'close',
};
const listWords: ReadonlySet<string> = new Set(['und', 'u.', 'u', 'sowie', 'bzw.', '/']);
const arrowWords: ReadonlySet<string> = new Set([
  '->',
  '-->',
  '=>',
  '–>',
  'dann',
  'danach',
  'anschl.',
  'anschließend',
  'anschliessend',
]);

/** Splits a stretch of text into words and signs, once through. */
export function tokenize(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    const sign = text[at]!;
    if (isSpace(sign)) {
      at += 1;
      continue;
    }
    const end = signs[sign] === undefined ? wordEnd(text, at, to) : at + 1;
    tokens.push(tokenOf(text.slice(at, end), at));
    at = end;
  }
  return tokens;
}

function tokenOf(text: string, from: number): Token {
  const to = from + text.length;
  const small = text.toLowerCase();
  if (listWords.has(small)) return { kind: 'list', text, from, to };
  if (arrowWords.has(small)) return { kind: 'arrow', text, from, to };
  return { kind: signs[text] ?? 'word', text, from, to };
}

function wordEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && !isSpace(text[end]!) && (signs[text[end]!] === undefined || isInside(text, end))) end += 1;
  return end;
}

/** `->` is one sign, and a colon between digits (8:30) belongs to the word. */
function isInside(text: string, at: number): boolean {
  const before = text[at - 1]!;
  if (text[at] === '>') return before === '-' || before === '=' || before === '–';
  return text[at] === ':' && isDigit(before) && isDigit(text[at + 1] ?? '');
}

/** Blank of any kind; the no-break space keeps words together only for the splitting of lines. */
export function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\t' || sign === '\n' || sign === '\r' || sign === '\u00a0' || sign === '\u202f';
}

/** 0 to 9. */
export function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9' && sign.length === 1;
}
