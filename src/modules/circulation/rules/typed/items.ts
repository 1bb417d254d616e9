// SPDX-License-Identifier: EUPL-1.2
import { isDigit, isSpace } from './tokens.ts';
import { isMonthName } from './date-names.ts';

/** One instruction of the text: a numbered line, a lettered one below it, or a line as such. */
export interface Item {
  /** `a)` below a number; `+` in front says the same. */
  readonly level: 'line' | 'letter' | 'too-deep';
  readonly from: number;
  readonly to: number;
}

interface Lead {
  readonly kind: 'number' | 'letter' | 'deep';
  readonly value: number;
  /** Offset behind the enumerator. */
  readonly end: number;
}

/** Cuts a text into its instructions: lines, semicolons, and numbers or letters within one line. */
export function itemsOf(text: string): Item[] {
  const lines = linesOf(text);
  const single = lines.length === 1;
  return lines
    .flatMap(({ from, to }) => (single ? inlineNumbers(text, from, to) : [{ from, to }]))
    .flatMap((part) => lettersOf(text, part.from, part.to));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines and, before a colon, semicolons; what follows a colon is a remark and may contain them. */
function linesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  let remark = false;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at] ?? '\n';
    if (sign === ':') remark = true;
    if (sign !== '\n' && (sign !== ';' || remark)) continue;
    if (text.slice(from, at).trim() !== '') spans.push({ from, to: at });
    from = at + 1;
    if (sign === '\n') remark = false;
  }
  return spans;
}

/** `1. Vermerk 2. 20 z.Mz. 3. z.d.A.` in one line: cut where the next number stands, not where a date does. */
function inlineNumbers(text: string, from: number, to: number): Span[] {
  const first = leadAt(text, from, to);
  if (first?.kind !== 'number') return [{ from, to }];
  const spans: Span[] = [];
  let begin = from;
  let wanted = first.value + 1;
  for (let at = first.end; at < to; at += 1) {
    if (text[at - 1] !== ' ' || !isDigit(text[at]!)) continue;
    const lead = leadAt(text, at, to);
    if (lead?.kind !== 'number' || lead.value !== wanted || isDate(text, lead.end)) continue;
    spans.push({ from: begin, to: at });
    begin = at;
    wanted += 1;
    at = lead.end;
  }
  return [...spans, { from: begin, to }];
}

/** `3. März` and `3. 4.` are dates. */
function isDate(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && isSpace(text[end]!)) end += 1;
  const from = end;
  while (end < text.length && !isSpace(text[end]!)) end += 1;
  const word = text.slice(from, end);
  if (isMonthName(word)) return true;
  const dot = word.indexOf('.');
  return dot > 0 && dot < 3 && [...word.slice(0, dot)].every(isDigit) && (word.length === dot + 1 || isDigit(word[dot + 1]!));
}

/** A numbered line may hold its letters in the same line: `2. a) 20 z.Mz. b) 30 z.K.` */
function lettersOf(text: string, from: number, to: number): Item[] {
  const own = leadAt(text, from, to);
  const begin = own?.end ?? skipSpace(text, from, to);
  if (own?.kind === 'deep') return [{ level: 'too-deep', from: begin, to }];
  const level = own?.kind === 'letter' || isPlus(text, begin, to) ? 'letter' : 'line';
  const cuts =
    level === 'letter' && own === undefined ? [] : innerLetters(text, begin, to, own?.kind === 'letter' ? own.value + 1 : 1);
  const ends = [...cuts.map((cut) => cut.from), to];
  const head: Item = { level, from: isPlus(text, begin, to) ? begin + 1 : begin, to: ends[0]! };
  const letters = cuts.map((cut, index): Item => ({ level: 'letter', from: cut.end, to: ends[index + 1]! }));
  return text.slice(head.from, head.to).trim() === '' && letters.length > 0 && level === 'line'
    ? [{ ...head, to: head.from }, ...letters]
    : [head, ...letters];
}

function innerLetters(text: string, from: number, to: number, first: number): { from: number; end: number }[] {
  const cuts: { from: number; end: number }[] = [];
  let wanted = first;
  for (let at = from; at < to; at += 1) {
    if (text[at] === ':') break;
    if ((at > from && !isSpace(text[at - 1]!)) || text[at + 1] !== ')') continue;
    const lead = leadAt(text, at, to);
    if (lead?.kind !== 'letter' || lead.value !== wanted) continue;
    cuts.push({ from: at, end: lead.end });
    wanted += 1;
  }
  return cuts;
}

/** `1.` `1)` `a)` `aa)` `-` `•` at the beginning of a stretch; a date or a unit's code is none. */
function leadAt(text: string, from: number, to: number): Lead | undefined {
  const at = skipSpace(text, from, to);
  if (at >= to) return undefined;
  if (bullets.has(text[at]!) && isSpace(text[at + 1] ?? ' ')) return { kind: 'number', value: 0, end: at + 1 };
  return isDigit(text[at]!) ? numberAt(text, at, to) : letterAt(text, at, to);
}

const bullets: ReadonlySet<string> = new Set(['-', '•', '–', '*']);

function numberAt(text: string, at: number, to: number): Lead | undefined {
  let end = at;
  while (end < to && isDigit(text[end]!) && end - at < 2) end += 1;
  return closed(text, end, to) ? { kind: 'number', value: Number(text.slice(at, end)), end: end + 1 } : undefined;
}

function letterAt(text: string, at: number, to: number): Lead | undefined {
  let end = at;
  while (end < to && end - at < 3 && isLetter(text[end]!)) end += 1;
  const letters = text.slice(at, end);
  if (letters === '' || text[end] !== ')') return undefined;
  if (letters.length === 1) return { kind: 'letter', value: letters.charCodeAt(0) - 96, end: end + 1 };
  return letters[0] === letters[1] ? { kind: 'deep', value: 0, end: end + 1 } : undefined;
}

/** After the number a dot or bracket, then a blank or a letter: `12.3.` is no enumeration. */
function closed(text: string, at: number, to: number): boolean {
  if (text[at] === ')') return true;
  return text[at] === '.' && at + 1 < to && !isDigit(text[at + 1]!);
}

function isLetter(sign: string): boolean {
  return sign >= 'a' && sign <= 'z';
}

function isPlus(text: string, at: number, to: number): boolean {
  return at < to && (text[at] === '+' || text[at] === '&');
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text[at]!)) at += 1;
  return at;
}
