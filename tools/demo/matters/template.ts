// SPDX-License-Identifier: EUPL-1.2

/** Which way a paper went, in the words of the texts: Eingang, Ausgang, intern. */
export type Route = 'ein' | 'aus' | 'int';
/** File formats that the texts ask for. */
export type Format = 'pdf' | 'docx' | 'eml' | 'txt';

/** Options behind a keyword, e.g. `von=polizei`. */
export type Options = Readonly<Record<string, string>>;

/** Several ways to fill one blank; the dice choose. */
export interface Choice {
  readonly name: string;
  readonly values: readonly string[];
}

/** A paper as the texts describe it. */
export interface PaperTemplate {
  readonly route: Route;
  readonly format: Format;
  readonly kind: string;
  /** Days after the paper before. */
  readonly after: number;
  readonly options: Options;
  readonly title: string;
  readonly body: readonly string[];
  readonly attachments: readonly PaperTemplate[];
}

/** A leaflet that goes out with many letters, always the same. */
export interface Enclosure {
  readonly leaflet: string;
}

/** A kind of case. */
export interface CaseTemplate {
  readonly options: Options;
  readonly subject: string;
  readonly choices: readonly Choice[];
  readonly papers: readonly (PaperTemplate | Enclosure)[];
}

/** A kind of file: where it stands in the plan, which unit leads it, how many there are, and what happens in it. */
export interface Matter {
  readonly plan: string;
  readonly unit: string;
  readonly count: number;
  readonly options: Options;
  readonly subject: string;
  readonly choices: readonly Choice[];
  readonly cases: readonly CaseTemplate[];
}

/** Everything one text file says. */
export interface Matters {
  readonly matters: readonly Matter[];
  readonly leaflets: ReadonlyMap<string, PaperTemplate>;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };
type GrowingCase = Mutable<CaseTemplate>;
type GrowingMatter = Omit<Mutable<Matter>, 'cases'> & { cases: GrowingCase[] };

interface Growing {
  matters: GrowingMatter[];
  leaflets: Map<string, PaperTemplate>;
  /** Where indented lines go. */
  body: string[];
}

/**
 * Reads the texts of the demo city: `akte`, `wahl`, `vorgang`, `ein`/`aus`/`int`, `anlage`, `beilage`, `blatt` at the beginning of a line,
 * two blanks before each line of a paper. A line that makes no sense throws with its number.
 */
export function readMatters(text: string, name: string): Matters {
  const growing: Growing = { matters: [], leaflets: new Map(), body: [] };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('#')) continue;
    if (line.startsWith('  ') || line === '') growing.body.push(line.slice(2));
    else if (!readLine(line, growing)) throw new Error(`${name}:${index + 1}: ${line}`);
  }
  return growing;
}

function readLine(line: string, growing: Growing): boolean {
  const [word = ''] = line.split(' ');
  const reader = readers[word];
  return reader?.(line.slice(word.length + 1), growing, word) ?? false;
}

type Reader = (rest: string, growing: Growing, word: string) => boolean;

const readPaper: Reader = (rest, growing, word) => {
  const paper = paperOf(word as Route, rest);
  const into = growing.matters.at(-1)?.cases.at(-1);
  if (!paper || !into) return false;
  growing.body = paper.body;
  into.papers.push(paper);
  return true;
};

const readers: Readonly<Record<string, Reader>> = {
  akte(rest, growing) {
    const { words, options, title } = headOf(rest);
    const [plan, unit, count] = words;
    if (plan === undefined || unit === undefined || !/^\d+$/.test(count ?? '')) return false;
    growing.matters.push({ plan, unit, count: Number(count), options, subject: title, choices: [], cases: [] });
    growing.body = [];
    return true;
  },
  wahl(rest, growing) {
    const [name = '', values = ''] = rest.split(/ = (.*)/);
    const matter = growing.matters.at(-1);
    const into = matter?.cases.at(-1) ?? matter;
    into?.choices.push({ name, values: values.split('|').map((value) => value.trim()) });
    return into !== undefined && values !== '';
  },
  vorgang(rest, growing) {
    const { options, title } = headOf(rest);
    growing.matters.at(-1)?.cases.push({ options, subject: title, choices: [], papers: [] });
    growing.body = [];
    return title !== '';
  },
  ein: readPaper,
  aus: readPaper,
  int: readPaper,
  anlage(rest, growing) {
    const paper = paperOf('ein', rest);
    const mail = growing.matters.at(-1)?.cases.at(-1)?.papers.at(-1);
    if (!paper || !mail || 'leaflet' in mail) return false;
    growing.body = paper.body;
    (mail.attachments as PaperTemplate[]).push(paper);
    return true;
  },
  beilage(rest, growing) {
    growing.matters.at(-1)?.cases.at(-1)?.papers.push({ leaflet: rest.trim() });
    return rest.trim() !== '';
  },
  blatt(rest, growing) {
    const [id = '', head = ''] = rest.split(/ (.*)/);
    const paper = paperOf('aus', head);
    if (!paper) return false;
    growing.leaflets.set(id, paper);
    growing.body = paper.body;
    return true;
  },
};

function paperOf(route: Route, rest: string): (PaperTemplate & { body: string[] }) | undefined {
  const { words, options, title } = headOf(rest);
  const [format, kind, after = '+2'] = words;
  if (!['pdf', 'docx', 'eml', 'txt'].includes(format ?? '') || kind === undefined || !/^\+\d+$/.test(after)) return undefined;
  return { route, format: format as Format, kind, after: Number(after), options, title, body: [], attachments: [] };
}

/** `21.20 20.3 12 schutz=1 : Titel` */
function headOf(text: string): { words: string[]; options: Options; title: string } {
  const [head = '', title = ''] = text.split(/(?:^|\s):\s(.*)/s);
  const tokens = head.split(' ').filter((token) => token !== '');
  const options = Object.fromEntries(tokens.filter((token) => token.includes('=')).map((token) => token.split('=')));
  return { words: tokens.filter((token) => !token.includes('=')), options: options as Options, title: title.trim() };
}
