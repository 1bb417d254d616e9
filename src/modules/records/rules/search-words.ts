// SPDX-License-Identifier: EUPL-1.2

/** What somebody typed into the one box, taken apart. */
export interface SearchWords {
  readonly words: readonly string[];
  readonly without: readonly string[];
  readonly kinds: readonly ('file' | 'case' | 'document')[];
  readonly plan: readonly string[];
  readonly unitCodes: readonly string[];
  readonly since: string | undefined;
  readonly until: string | undefined;
}

const longest = 300;
const mostWords = 12;
const kindWords: Readonly<Record<string, 'file' | 'case' | 'document'>> = {
  akte: 'file',
  vorgang: 'case',
  dokument: 'document',
  file: 'file',
  case: 'case',
  document: 'document',
};

/** Being taken apart. */
interface Found {
  words: string[];
  without: string[];
  kinds: SearchWords['kinds'][number][];
  plan: string[];
  unitCodes: string[];
  since: string | undefined;
  until: string | undefined;
}

type Filter = (found: Found, value: string) => boolean;

const byUnit: Filter = ({ unitCodes }, value) => unitCodes.push(value) > 0;
const byKind: Filter = ({ kinds }, value) => {
  const kind = kindWords[value.toLowerCase()];
  return kind !== undefined && kinds.push(kind) > 0;
};
const bySince: Filter = (found, value) => {
  found.since = dateOf(value, 'start') ?? found.since;
  return true;
};
const byUntil: Filter = (found, value) => {
  found.until = dateOf(value, 'end') ?? found.until;
  return true;
};

/** What stands before a colon, and what it does; false means that it was no filter after all. */
const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['plan', ({ plan }, value) => plan.push(value) > 0],
  ['amt', byUnit],
  ['unit', byUnit],
  ['art', byKind],
  ['kind', byKind],
  ['seit', bySince],
  ['since', bySince],
  ['bis', byUntil],
  ['until', byUntil],
]);

/** Understands words, `-without`, `plan:32.11`, `amt:32`, `art:vorgang`, `seit:2024`, `bis:31.12.2025`. */
export function readSearch(typed: string): SearchWords {
  const found: Found = { words: [], without: [], kinds: [], plan: [], unitCodes: [], since: undefined, until: undefined };
  for (const piece of typed.slice(0, longest).split(/\s+/).filter(Boolean)) {
    const [name, value] = splitFilter(piece);
    if (value !== '' && filters.get(name)?.(found, value)) continue;
    if (piece.length > 1 && piece.startsWith('-')) found.without.push(piece.slice(1));
    else found.words.push(...wordsOf(piece));
  }
  return { ...found, words: found.words.slice(0, mostWords) };
}

function splitFilter(piece: string): [string, string] {
  const colon = piece.indexOf(':');
  return colon > 0 ? [piece.slice(0, colon).toLowerCase(), piece.slice(colon + 1)] : ['', ''];
}

/** Letters and digits; what stands between ends the word. */
function wordsOf(piece: string): string[] {
  return piece.match(/[\p{L}\p{N}]+(?:[.#/-]+[\p{L}\p{N}]+)*/gu) ?? [];
}

/** `2024`, `12.2024`, `3.12.2024` or ISO; a year or month stands for its first or last day. */
function dateOf(value: string, edge: 'start' | 'end'): string | undefined {
  const match = /^(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})$/.exec(value);
  if (!match) return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  const [, day, month, year = ''] = match;
  const m = month ?? (edge === 'start' ? '1' : '12');
  const d = day ?? (edge === 'start' ? '1' : String(daysIn(Number(year), Number(m))));
  if (Number(m) < 1 || Number(m) > 12 || Number(d) < 1 || Number(d) > daysIn(Number(year), Number(m))) return undefined;
  return `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
}
