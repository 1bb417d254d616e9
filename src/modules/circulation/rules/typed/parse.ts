// SPDX-License-Identifier: EUPL-1.2
import { addDays, plainDate, type PlainDate, weekday } from '@fachwerk/german-calendar';
import { isFinalSignature, isOwnWork, isSignature, type StepKind } from '../kinds.ts';
import type { DirectoryIndex } from './directory.ts';
import { compact } from './fold.ts';
import { type Item, itemsOf } from './items.ts';
import { type Reading, readSegment, type Segment, showDay, tidy } from './segment.ts';
import { type Token, tokenize } from './tokens.ts';
import type { Problem, TypedOrder, TypedStep, Understood } from './types.ts';

/** More than this is no order but a procedure. */
export const mostSteps = 60;
/** Longest text that is read. */
export const longestText = 12_000;

/** An instruction that was read, with the place it came from. */
interface Read {
  readonly item: Item;
  readonly line: number;
  readonly segments: readonly Segment[];
  readonly note: string;
}

interface Placed extends TypedStep {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly dueAt: Understood | undefined;
  /** The date was not understood: that it is missing need not be said again. */
  readonly faulty: boolean;
}

/** What an order means that was typed as on paper. Never throws; time grows with the length of the text alone. */
export function parseOrder(text: string, index: DirectoryIndex, today: PlainDate): TypedOrder {
  const reading: Reading = { text: text.slice(0, longestText), index, today };
  const reads = readAll(reading);
  const placed = inOrder(place(reads, index));
  const problems: Problem[] = [
    ...reads.flatMap(({ segments, line }) =>
      segments.flatMap((segment) => segment.problems.map((problem) => ({ ...problem, line }))),
    ),
    ...reads.flatMap((read) => missingIn(read, reads, reading.text)),
    ...placed.flatMap(dayProblems),
  ];
  problems.push(...orderProblems(placed, problems.length > 0 ? undefined : text.length));
  const understood: Understood[] = reads.flatMap(({ segments }) => segments.flatMap((segment) => segment.understood));
  const steps = placed.map(({ from, to, line, faulty, dueAt, ...step }): TypedStep => step);
  return { steps, problems: problems.sort((one, other) => one.from - other.from), understood };
}

function readAll(reading: Reading): Read[] {
  let line = 0;
  return itemsOf(reading.text).map((item) => {
    if (item.level === 'line' || line === 0) line += 1;
    const tokens = tokenize(reading.text, item.from, item.to);
    const { head, begin } = isMemo(reading, tokens) ? memoParts(tokens) : headAndRemark(tokens);
    const segments = inherited(splitAtArrows(head).map((part) => readSegment(reading, part)));
    return { item, line, segments, note: begin === undefined ? '' : tidy(reading.text.slice(begin, item.to)) };
  });
}

function isMemo(reading: Reading, tokens: readonly Token[]): boolean {
  return tokens.length > 0 && tokens[1]?.kind !== 'arrow' && readSegment(reading, tokens.slice(0, 1)).kind === 'memo';
}

/** All that follows the word „Vermerk“ is its text. */
function memoParts(tokens: readonly Token[]): { head: readonly Token[]; begin: number | undefined } {
  const first = tokens[1]?.kind === 'colon' ? 2 : 1;
  return { head: tokens.slice(0, 1), begin: tokens[first]?.from };
}

function headAndRemark(tokens: readonly Token[]): { head: readonly Token[]; begin: number | undefined } {
  const colon = colonOf(tokens);
  return colon < 0 ? { head: tokens, begin: undefined } : { head: tokens.slice(0, colon), begin: tokens[colon]!.to };
}

/** The colon before the remark; the one of „Frist:“ and „T:“ is none. */
function colonOf(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ kind }, at) => kind === 'colon' && !['frist', 't', 'termin'].includes(compact(tokens[at - 1]?.text ?? '')),
  );
}

/** Arrows separate; „Bgm über AL 32“ means AL 32 first. */
function splitAtArrows(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'arrow') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.flatMap(inOrderOfRank).filter((part) => part.length > 0);
}

function inOrderOfRank(part: Token[]): Token[][] {
  const over = part.findIndex(({ text }, at) => at > 0 && ['ueber', 'ue'].includes(compact(text)));
  if (over < 0) return [part];
  return [part.slice(over + 1), part.slice(0, over)];
}

/** `20 → 63.2 z.Mz. bis 12.3.`: kind and date hold for those before, too; else for those behind. */
function inherited(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = [];
  let next: Segment | undefined;
  for (const segment of [...segments].reverse()) {
    const filled =
      segment.kind === undefined && next?.kind !== undefined
        ? { ...segment, kind: next.kind, due: segment.due ?? next.due }
        : segment;
    next = filled;
    out.unshift(filled);
  }
  const first = out.find(({ kind }) => kind !== undefined);
  return first ? out.map((segment) => (segment.kind === undefined ? { ...segment, kind: first.kind } : segment)) : out;
}

/** Gives each step its stage, branch and turn. */
function place(reads: readonly Read[], index: DirectoryIndex): Placed[] {
  const placed: Placed[] = [];
  let stage = 0;
  let branch = 0;
  let parent: Read | undefined;
  for (const [at, read] of reads.entries()) {
    if (read.item.level === 'line') {
      parent = read;
      branch = 0;
      if (reads[at + 1]?.item.level === 'letter' && read.segments.every(({ seats }) => seats.length === 0)) {
        stage += 1;
        continue;
      }
      for (const segment of read.segments) {
        stage += 1;
        branch = addBranches(placed, { read, segment, stage, branch: 0 }, index);
      }
      continue;
    }
    if (stage === 0) stage = 1;
    branch = placeLetter(placed, { read, parent, stage, branch }, index);
  }
  return placed;
}

interface Place {
  readonly read: Read;
  readonly segment: Segment;
  readonly stage: number;
  readonly branch: number;
}

function addBranches(placed: Placed[], { read, segment, stage, branch }: Place, index: DirectoryIndex): number {
  let next = branch;
  for (const step of stepsOf(read, segment, index)) {
    next += 1;
    placed.push({ ...step, stage, branch: next, turn: 1 });
  }
  return next;
}

/** A letter is a branch; arrows in it are its turns. What its number says of kind and date holds for it, too. */
function placeLetter(
  placed: Placed[],
  { read, parent, stage, branch }: { read: Read; parent: Read | undefined; stage: number; branch: number },
  index: DirectoryIndex,
): number {
  const above = parent?.segments.at(-1);
  const filled = read.segments.map((segment) => ({
    ...segment,
    kind: segment.kind ?? above?.kind,
    due: segment.due ?? above?.due ?? null,
    note: segment.note || (read.note === '' ? (parent?.note ?? '') : ''),
  }));
  const [only] = filled;
  if (filled.length === 1 && only) return addBranches(placed, { read, segment: only, stage, branch }, index);
  for (const [turn, segment] of filled.entries())
    for (const step of stepsOf(read, segment, index).slice(0, 1))
      placed.push({ ...step, stage, branch: branch + 1, turn: turn + 1 });
  return branch + 1;
}

type Unplaced = Omit<Placed, 'stage' | 'branch' | 'turn'>;

function stepsOf(read: Read, segment: Segment, index: DirectoryIndex): Unplaced[] {
  const { kind, due, dueAt, series, from, to } = segment;
  if (kind === undefined) return [];
  const note = tidy([segment.note, read.note].filter((text) => text !== '').join(', '));
  const faulty = segment.problems.some(({ code }) => code.endsWith('date'));
  const seats = segment.seats.length === 0 && isOwnWork(kind) ? [index.self] : segment.seats;
  return seats.map((seat) => ({ kind, seat, due, dueAt, series, note, from, to, line: read.line, faulty }));
}

/** What a line lacks: a kind, or somebody to go to. */
function missingIn(read: Read, all: readonly Read[], text: string): Problem[] {
  const { item, line, segments, note } = read;
  const word = text.slice(item.from, item.to).trim();
  const from = text.indexOf(word, item.from);
  const at = { hint: false, from, to: from + word.length, line, word } as const;
  if (item.level === 'too-deep') return [{ ...at, code: 'too-deep', proposals: [] }];
  const position = all.indexOf(read);
  const parent =
    item.level === 'letter'
      ? all
          .slice(0, position)
          .filter((one) => one.item.level === 'line')
          .at(-1)
      : undefined;
  if (segments.length === 0) return note === '' ? [] : [{ ...at, code: 'no-kind', proposals: [] }];
  return segments.flatMap((segment): Problem[] => {
    const kind: StepKind | undefined = segment.kind ?? parent?.segments.at(-1)?.kind;
    const end = { ...at, from: segment.to, to: segment.to };
    if (kind === undefined)
      return [{ ...end, code: 'no-kind' as const, proposals: segment.seats.length > 0 ? [' z.Mz.', ' z.K.', ' z.St.'] : [] }];
    const opens = all[position + 1]?.item.level === 'letter' && item.level === 'line';
    const told = segment.problems.some(({ code }) => code.endsWith('addressee'));
    if (segment.seats.length > 0 || isOwnWork(kind) || opens || told) return [];
    return [{ ...end, code: 'no-addressee' as const, proposals: [] }];
  });
}

const friday = 5;

function dayProblems({ kind, due, dueAt, series, from, to, line, faulty }: Placed): Problem[] {
  const at = { from: dueAt?.from ?? from, to: dueAt?.to ?? to, line, word: due === null ? '' : showDay(due) };
  if (kind === 'follow-up' && due === null && series === null && !faulty)
    return [{ ...at, from: to, code: 'no-date', hint: false, proposals: [' 1 Woche', ' 2 Wochen', ' 1 Monat'] }];
  if (due === null) return [];
  const day = plainDate(due);
  const off = weekday(day) - friday;
  return off > 0
    ? [{ ...at, code: 'weekend', hint: true, proposals: [showDay(addDays(day, 3 - off)), showDay(addDays(day, -off))] }]
    : [];
}

/** `empty`: length of a text in which nothing else was found wrong. */
function orderProblems(placed: readonly Placed[], empty: number | undefined): Problem[] {
  if (placed.length === 0)
    return empty === undefined ? [] : [{ code: 'empty', hint: false, from: 0, to: empty, line: 1, word: '', proposals: [] }];
  const closing = placed.filter(({ kind }) => kind === 'close');
  const last = Math.max(...placed.map(({ stage }) => stage));
  const [first, second] = closing;
  const where = ({ from, to, line }: Placed) => ({ hint: false, from, to, line, word: 'z.d.A.', proposals: [] });
  return [
    ...(second ? [{ ...where(second), code: 'second-close' as const }] : []),
    ...(first && !second && (first.stage < last || placed.some((step) => step !== first && step.stage === first.stage))
      ? [{ ...where(first), code: 'not-last' as const }]
      : []),
    ...(placed.length > mostSteps ? [{ ...where(placed[mostSteps]!), word: String(mostSteps), code: 'too-many' as const }] : []),
  ];
}

/** What leaves the house waits for the final signature, wherever it was typed; numbers of stages stay without a gap. */
function inOrder(placed: readonly Placed[]): Placed[] {
  const stages = [...new Set(placed.map(({ stage }) => stage))].sort((one, other) => one - other);
  const of = (stage: number) => placed.filter((step) => step.stage === stage);
  const signing = stages.filter((stage) => of(stage).some(({ kind }) => isSignature(kind)));
  const lastSigning = signing.at(-1) ?? 0;
  const finals = stages.some((stage) => of(stage).some(({ kind }) => isFinalSignature(kind)));
  const late = stages.filter(
    (stage) => finals && stage < lastSigning && of(stage).every(({ kind }) => kind === 'dispatch' || kind === 'show-after'),
  );
  const early = stages.filter((stage) => !late.includes(stage));
  const at = early.indexOf(lastSigning) + 1;
  const sorted = [...early.slice(0, at), ...late, ...early.slice(at)];
  return sorted.flatMap((stage, index) => of(stage).map((step) => ({ ...step, stage: index + 1 })));
}
