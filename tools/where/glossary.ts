// SPDX-License-Identifier: EUPL-1.2

/** One word of the house, in the languages of its people. */
export interface Term {
  readonly english: string;
  readonly german: string;
  readonly turkish: string;
  /** What a standard calls it. */
  readonly standard: string;
  readonly meaning: string;
}

/** Reads the tables of GLOSSARY.md: English | Deutsch | Türkçe | standard's element | meaning. */
export function parseGlossary(markdown: string): Term[] {
  const rows = markdown
    .split('\n')
    .filter((line) => /^\s*\|/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map(plain),
    );
  return rows
    .filter(
      (cells) => cells.length >= 5 && !cells.every((cell) => /^:?-+:?$/.test(cell)) && cells[0]?.toLowerCase() !== 'english',
    )
    .map(([english = '', german = '', turkish = '', standard = '', ...meaning]) => ({
      english,
      german,
      turkish,
      standard,
      meaning: meaning.join(' | '),
    }));
}

function plain(cell: string): string {
  return cell.replaceAll('\\|', '|').replaceAll(/[`*]/g, '').trim();
}

/** A word without case, accents, umlauts and ß, so that Schlußzeichnung, Schlusszeichnung and SCHLUSSZEICHNUNG are one. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([aou])e/g, '$1') // Geschaeftsgang
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Words of a cell: `a / b, c (d)` holds a, b and c. */
export function variants(cell: string): string[] {
  return cell
    .replaceAll(/\([^)]*\)/g, '')
    .split(/[/,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Finds a word in any language: the same word if there is one, else words that contain it, else words that differ by a slip of the pen. */
export function findTerms(terms: readonly Term[], wanted: string): Term[] {
  const query = fold(wanted);
  const score = (term: Term) => Math.min(...words(term).map((word) => distance(query, word)));
  const scored = terms.map((term) => ({ term, score: score(term) })).filter((one) => one.score < unlike);
  const best = Math.min(...scored.map((one) => one.score));
  return scored.filter((one) => one.score === best).map(({ term }) => term);
}

const unlike = 100;
const contained = 10;

function words({ english, german, turkish, standard }: Term): string[] {
  return [english, german, turkish, standard]
    .flatMap(variants)
    .map(fold)
    .filter((word) => word !== '');
}

/** 0 for the same word, 10 for a part of it, 11 to 13 for one to three slips (fewer in short words), else unlike. */
function distance(query: string, word: string): number {
  if (query === word) return 0;
  if (query.length >= 3 && word.includes(query)) return contained;
  const slips = edits(query, word);
  return slips <= Math.min(3, Math.floor(query.length / 4)) ? contained + slips : unlike;
}

/** Levenshtein's distance. */
export function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
