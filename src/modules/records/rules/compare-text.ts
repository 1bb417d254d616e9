// SPDX-License-Identifier: EUPL-1.2

/** A run of words that both texts have, or only the older (`gone`) or only the newer one (`new`). */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new';
  readonly words: readonly string[];
}

/** How two texts differ. `coarse`: so much that only the part between equal beginning and end is told apart. */
export interface Comparison {
  readonly runs: readonly Run[];
  readonly coarse: boolean;
}

/** Most words that are compared of a text, and most differences that are looked for; more would take seconds. */
export const compareLimits = { words: 60_000, differences: 1_500 } as const;

/** The words of a text; blanks and breaks of lines are no difference, because programs set them anew. */
export function wordsOf(text: string): string[] {
  return text.match(/\S+/g)?.slice(0, compareLimits.words) ?? [];
}

/** Compares word by word: the shortest way from one text to the other (Myers 1986), with the equal beginning and end taken off first. */
export function compareTexts(older: string, newer: string): Comparison {
  const [a, b] = [wordsOf(older), wordsOf(newer)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const way = shortestWay(left, right);
  const middle = way ?? [run('gone', left), run('new', right)];
  const runs = [run('same', a.slice(0, head)), ...middle, run('same', a.slice(a.length - tail))];
  return { runs: joined(runs), coarse: way === undefined };
}

function run(kind: Run['kind'], words: readonly string[]): Run {
  return { kind, words };
}

/** Runs of one kind become one; empty ones vanish. What is gone stands before what is new in its place. */
function joined(runs: readonly Run[]): Run[] {
  const found: { kind: Run['kind']; words: string[] }[] = [];
  for (const { kind, words } of runs) {
    const last = found.at(-1);
    if (words.length === 0) continue;
    if (last?.kind === kind) last.words.push(...words);
    else found.push({ kind, words: [...words] });
  }
  return found;
}

/** Points that were reached before each step: `trail[n]` holds the diagonals −n−1 … n+1. */
type Trail = readonly Int32Array[];

/** Furthest points on each diagonal, step by step; undefined when there are more differences than anybody wants to read. */
function shortestWay(a: readonly string[], b: readonly string[]): Run[] | undefined {
  const most = Math.min(a.length + b.length, compareLimits.differences);
  const furthest = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let steps = 0; steps <= most; steps += 1) {
    const before = furthest.slice(most - steps, most + steps + 3);
    trail.push(before);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const start = steps === 0 ? 0 : entry(before, steps, diagonal).x;
      const x = slide(a, b, { start, diagonal });
      furthest[most + 1 + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, trail);
    }
  }
  return undefined;
}

/** Where a diagonal is entered at a step: from above (a word is new) or from the left (a word is gone). */
function entry(before: Int32Array, steps: number, diagonal: number): { readonly x: number; readonly fresh: boolean } {
  const [left, right] = [before[diagonal + steps] ?? 0, before[diagonal + steps + 2] ?? 0];
  const fresh = diagonal === -steps || (diagonal !== steps && left < right);
  return { x: fresh ? right : left + 1, fresh };
}

/** As far along a diagonal as the words are equal. */
function slide(a: readonly string[], b: readonly string[], { start, diagonal }: { start: number; diagonal: number }): number {
  let x = start;
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
  return x;
}

/** From the end to the beginning along the points that were kept. */
function walkBack(a: readonly string[], b: readonly string[], trail: Trail): Run[] {
  const runs: Run[] = [];
  let [x, y] = [a.length, b.length];
  for (let steps = trail.length - 1; steps > 0; steps -= 1) {
    const diagonal = x - y;
    const { x: start, fresh } = entry(trail[steps]!, steps, diagonal);
    runs.push(run('same', a.slice(start, x)));
    [x, y] = fresh ? [start, start - diagonal - 1] : [start - 1, start - diagonal];
    runs.push(fresh ? run('new', [b[y]!]) : run('gone', [a[x]!]));
  }
  runs.push(run('same', a.slice(0, x)));
  return tidy(runs.reverse());
}

/** Between two equal runs all that is gone comes first, then all that is new: as one reads a correction. */
function tidy(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  let gone: string[] = [];
  let fresh: string[] = [];
  const flush = () => {
    found.push(run('gone', gone), run('new', fresh));
    gone = [];
    fresh = [];
  };
  for (const { kind, words } of runs) {
    if (kind === 'gone') gone.push(...words);
    else if (kind === 'new') fresh.push(...words);
    else if (words.length > 0) {
      flush();
      found.push(run(kind, words));
    }
  }
  flush();
  return found;
}

/** A place where the texts differ. */
export interface Change {
  readonly gone: string;
  readonly new: string;
}

/** What a page shows: equal text, shortened in the middle when it is long, and changes with their numbers from 1. */
export type Shown =
  | { readonly kind: 'same'; readonly before: string; readonly after: string }
  | ({ readonly kind: 'change'; readonly no: number } & Change);

const context = 40;

/** Turns a comparison into what is read: changes with some words around them. */
export function showComparison({ runs }: Comparison): Shown[] {
  const shown: Shown[] = [];
  let no = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const { kind, words } = runs[index]!;
    if (kind === 'same') {
      shown.push(shorten(words, { first: index === 0, last: index === runs.length - 1 }));
      continue;
    }
    const next = kind === 'gone' && runs[index + 1]?.kind === 'new' ? runs[index + 1]!.words : [];
    if (next.length > 0) index += 1;
    no += 1;
    const [gone, fresh] = kind === 'gone' ? [words, next] : [[], words];
    shown.push({ kind: 'change', no, gone: gone.join(' '), new: fresh.join(' ') });
  }
  return shown;
}

function shorten(words: readonly string[], { first, last }: { first: boolean; last: boolean }): Shown {
  const [head, tail] = [first ? 0 : context, last ? 0 : context];
  if (words.length <= head + tail + 10) return { kind: 'same', before: words.join(' '), after: '' };
  return { kind: 'same', before: words.slice(0, head).join(' '), after: words.slice(words.length - tail).join(' ') };
}
