// SPDX-License-Identifier: EUPL-1.2
import { isPlainDate, type PlainDate } from '@fachwerk/german-calendar';
import type { Series } from '../follow-up-days.ts';
import { isOwnWork, type StepKind } from '../kinds.ts';
import { seriesAt } from './date-names.ts';
import { dateAt } from './date-words.ts';
import { type DirectoryIndex, isCode, resolve } from './directory.ts';
import { compact } from './fold.ts';
import { findKind } from './kind-words.ts';
import type { Token } from './tokens.ts';
import type { Problem, Seat, Understood } from './types.ts';

/** What one stretch between arrows says. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly kind: StepKind | undefined;
  readonly seats: readonly Seat[];
  readonly due: string | null;
  /** Where the date stands. */
  readonly dueAt: Understood | undefined;
  readonly series: Series | null;
  readonly note: string;
  readonly problems: readonly Omit<Problem, 'line'>[];
  readonly understood: readonly Understood[];
}

/** What the reading of every stretch needs. */
export interface Reading {
  readonly text: string;
  readonly index: DirectoryIndex;
  readonly today: PlainDate;
}

const fillers: ReadonlySet<string> = new Set(
  'bitte je jeweils gleichzeitig parallel mdb mit um zur zum ebenso auch je'.split(' '),
);
const leads: ReadonlySet<string> = new Set('bis biszum zum am spaetestens spaet frist termin t ab tgl sp wv'.split(' '));

interface Work {
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  /** Which tokens have a meaning already. */
  readonly used: boolean[];
  readonly problems: Omit<Problem, 'line'>[];
  readonly understood: Understood[];
  dueAt: Understood | undefined;
}

/** Reads addressees, kind, date and remark of one stretch, in whatever order they stand. */
export function readSegment(reading: Reading, tokens: readonly Token[]): Segment {
  const work: Work = { reading, tokens, used: tokens.map(() => false), problems: [], understood: [], dueAt: undefined };
  const kind = takeKind(work);
  const { due, series } = takeDate(work, kind?.at ?? tokens.length);
  const { seats, rest } = takeSeats(work, kind);
  return {
    from: tokens[0]?.from ?? 0,
    to: tokens.at(-1)?.to ?? 0,
    kind: kind?.kind,
    seats,
    due,
    dueAt: work.dueAt,
    series,
    note: rest,
    problems: work.problems,
    understood: work.understood,
  };
}

function takeKind(work: Work): { kind: StepKind; at: number } | undefined {
  const found = findKind(work.tokens);
  if (!found) return undefined;
  if (found.count > 0) use(work, found.at, found.count);
  const behind = work.tokens[found.at + found.count];
  const reserved = found.kind === 'final-sign' && (behind?.text === '+' || behind?.text === '#');
  if (reserved) use(work, found.at + found.count, 1);
  return { kind: reserved ? 'reserved-sign' : found.kind, at: found.count === 0 ? work.tokens.length : found.at };
}

function use({ tokens, used, understood }: Work, at: number, count: number): void {
  for (let i = at; i < at + count; i += 1) used[i] = true;
  understood.push({ from: tokens[at]!.from, to: tokens[at + count - 1]!.to });
}

/** How often, and the first date: behind „bis“ anywhere, else behind the kind; before it a number is rather the code of a unit. */
function takeDate(work: Work, kindAt: number): { due: string | null; series: Series | null } {
  const series = takeSeries(work);
  for (const [at, token] of work.tokens.entries()) {
    if (work.used[at] || token.kind !== 'word') continue;
    const due = dueAt(work, at, kindAt);
    if (due !== undefined) return { due, series };
  }
  return { due: null, series };
}

/** The day that is said at a token; `null` for one that is none, undefined where no date is meant. */
function dueAt(work: Work, at: number, kindAt: number): string | null | undefined {
  const { tokens, used, reading } = work;
  const leads = leadsDate(tokens[at]!);
  if (!leads && at < kindAt && mayBeName(reading.index, tokens[at]!.text)) return undefined;
  const skip = leads ? (['zum', 'am', ''].includes(compact(tokens[at + 1]?.text ?? 'x')) ? 2 : 1) : 0;
  const found = dateAt(tokens, at + skip, reading.today);
  if (found) return dated(work, at, skip, found);
  return isBare(tokens[at]!) && at + 1 < tokens.length && !used[at + 1] ? unreadable(work, at) : undefined;
}

function takeSeries(work: Work): Series | null {
  for (const [at, token] of work.tokens.entries()) {
    const series = work.used[at] || token.kind !== 'word' ? undefined : seriesAt(work.tokens, at);
    if (!series) continue;
    use(work, at, series.count);
    return series.series;
  }
  return null;
}

function leadsDate({ text }: Token): boolean {
  return leads.has(compact(text));
}

/** „bis“ says for certain that a date follows. */
function isBare({ text }: Token): boolean {
  return ['bis', 'spaetestens', 'frist'].includes(compact(text));
}

/** „So“, „Mai“ and „12.3“ before the kind may be a colleague or a unit. */
function mayBeName(index: DirectoryIndex, word: string): boolean {
  if (isCode(index, word)) return true;
  return !/^\d{1,2}\.\d{0,2}/.test(word);
}

function dated(work: Work, at: number, skip: number, found: NonNullable<ReturnType<typeof dateAt>>): string | null {
  const { tokens } = work;
  if (found.day !== undefined) {
    use(work, at, skip + found.count);
    work.dueAt = { from: tokens[at + skip]!.from, to: tokens[at + skip + found.count - 1]!.to };
    if (isPlainDate(found.day)) return found.day;
  }
  for (let i = at; i < at + skip + found.count; i += 1) work.used[i] = true;
  const from = tokens[at + skip]!.from;
  const to = tokens[at + skip + found.count - 1]!.to;
  const proposals = (found.wrong?.instead ?? []).map(showDay);
  work.problems.push({
    code: found.wrong?.code ?? 'unreadable-date',
    hint: false,
    from,
    to,
    word: work.reading.text.slice(from, to),
    proposals,
  });
  return null;
}

function unreadable(work: Work, at: number): null {
  const next = work.tokens[at + 1]!;
  work.used[at] = true;
  work.used[at + 1] = true;
  work.problems.push({ code: 'unreadable-date', hint: false, from: next.from, to: next.to, word: next.text, proposals: [] });
  return null;
}

interface Group {
  readonly at: number;
  readonly tokens: Token[];
}

/** Addressees stand before the kind, or behind it when none stand before; what is left is the remark. */
function takeSeats(work: Work, kind: { kind: StepKind; at: number } | undefined): { seats: Seat[]; rest: string } {
  const border = kind?.at ?? work.tokens.length;
  const before = groupsOf(work, 0, border);
  const own = kind !== undefined && isOwnWork(kind.kind);
  const seats: Seat[] = [];
  for (const group of before) takeGroup(work, group, { seats, must: !own && kind !== undefined });
  if (seats.length === 0 && before.length === 0) {
    for (const group of groupsOf(work, border, work.tokens.length)) {
      if (own && !isSelf(group)) break;
      if (!takeGroup(work, group, { seats, must: false })) break;
    }
  }
  return { seats, rest: restOf(work, own) };
}

/** Runs of unused words, cut at commas, „und“, plus. */
function groupsOf({ tokens, used }: Work, from: number, to: number): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]!;
    if (used[at] || token.kind === 'list') open = undefined;
    else if (token.kind === 'word' && !fillers.has(compact(token.text))) {
      if (open) open.tokens.push(token);
      else {
        open = { at, tokens: [token] };
        groups.push(open);
      }
    } else if (token.kind === 'word') used[at] = true;
  }
  return groups;
}

/** „Wv. mir“: other words behind one's own work are its remark. */
function isSelf({ tokens }: Group): boolean {
  return tokens.length === 1 && ['mir', 'ich', 'mich'].includes(compact(tokens[0]!.text));
}

function takeGroup(work: Work, { at, tokens }: Group, how: { seats: Seat[]; must: boolean }): boolean {
  const found = resolve(
    work.reading.index,
    tokens.map(({ text }) => text),
  );
  const from = tokens[0]!.from;
  const to = tokens.at(-1)!.to;
  if ('seat' in found) {
    how.seats.push(found.seat);
    work.understood.push({ from, to });
    markUsed(work, at, to);
    return true;
  }
  if (!how.must && !('many' in found)) return false;
  const proposals = 'many' in found ? found.many.map(({ label }) => label).slice(0, 4) : found.near;
  const code = 'many' in found ? 'ambiguous-addressee' : 'unknown-addressee';
  work.problems.push({ code, hint: false, from, to, word: work.reading.text.slice(from, to), proposals });
  markUsed(work, at, to);
  return true;
}

function markUsed({ tokens, used }: Work, from: number, end: number): void {
  for (let at = from; at < tokens.length && tokens[at]!.to <= end; at += 1) used[at] = true;
}

/** What nobody understood, as it was typed: signs at its edges fall away. */
function restOf({ tokens, used, reading }: Work, own: boolean): string {
  const free = tokens.filter((token, at) => !used[at] && (token.kind === 'word' || own));
  const first = free.find(({ kind }) => kind === 'word');
  const last = free.filter(({ kind }) => kind === 'word').at(-1);
  if (!first || !last) return '';
  const words: string[] = [];
  let begin = first.from;
  for (const [at, token] of tokens.entries()) {
    if (token.from < first.from || token.to > last.to || !used[at]) continue;
    words.push(reading.text.slice(begin, token.from));
    begin = token.to;
  }
  words.push(reading.text.slice(begin, last.to));
  return tidy(words.map((word) => word.trim()).join(' '));
}

/** A remark as one line: single blanks, no comma or dash at its edges. */
export function tidy(note: string): string {
  return note
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/^[,;:.–-]\s?/, '')
    .trim();
}

/** `30.11.2026`, without zeros in front. */
export function showDay(day: string): string {
  return `${Number(day.slice(8, 10))}.${Number(day.slice(5, 7))}.${day.slice(0, 4)}`;
}
