// SPDX-License-Identifier: EUPL-1.2
import { type Cells, type ListColumn, type ListForm, type ListName, listForms, readCell } from './lists.ts';

/** What cannot be taken over, and in which line of the table. */
export interface ListFinding {
  readonly line: number;
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** One line of a list. */
export interface ListLine {
  readonly key: string;
  readonly cells: Cells;
}

/** One line that a table adds, changes or leaves out. */
export interface ListChange extends ListLine {
  /** Line of the table; undefined for one that it leaves out. */
  readonly line: number | undefined;
  readonly change: 'added' | 'changed' | 'gone';
  readonly before: Cells | undefined;
}

/** What taking the table over would do: either changes or findings, never half of each. */
export interface ListDifference {
  readonly lines: readonly ListLine[];
  readonly changes: readonly ListChange[];
  readonly unchanged: number;
  readonly findings: readonly ListFinding[];
}

/** A table as its file was read. */
export interface ReadTable {
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly findings: readonly ListFinding[];
}

const mostLines = 5_000;
const longestCell = 200;
const formula = /^[=+@\t\r]/;

interface Placed {
  readonly column: ListColumn;
  readonly at: number;
}

/** Compares a table with the list as it stands. */
export function compareList(
  list: ListName,
  table: ReadTable,
  now: { readonly lines: readonly ListLine[]; readonly units: ReadonlySet<string> },
): ListDifference {
  const [head, ...body] = table.lines;
  const [broken] = table.findings;
  if (broken) return refused(broken);
  if (!head || body.length === 0) return refused({ line: 1, reason: 'invoices.list.empty', details: {} });
  if (body.length > mostLines) return refused({ line: 1, reason: 'invoices.list.too-long', details: { n: mostLines } });
  const form = listForms[list];
  const places = form.columns.map((column) => ({ column, at: placeOf(head.cells, column.heading) }));
  const missing = places.find(({ column, at }) => column.required && at < 0);
  if (missing)
    return refused({ line: head.line, reason: 'invoices.list.no-column', details: { column: missing.column.heading } });
  const read = body.map(({ line, cells }) => readLine({ line, cells, places, form, units: now.units }));
  const findings = [...read.flatMap((one) => one.findings), ...repeated(read)];
  if (findings.length > 0) return { lines: [], changes: [], unchanged: 0, findings: findings.sort((a, b) => a.line - b.line) };
  return differenceOf(read, now.lines);
}

function refused(finding: ListFinding): ListDifference {
  return { lines: [], changes: [], unchanged: 0, findings: [finding] };
}

function placeOf(cells: readonly string[], heading: string): number {
  return cells.findIndex((cell) => cell.toLowerCase() === heading.toLowerCase());
}

interface ReadLine extends ListLine {
  readonly line: number;
  readonly findings: readonly ListFinding[];
}

function readLine(it: {
  line: number;
  cells: readonly string[];
  places: readonly Placed[];
  form: ListForm;
  units: ReadonlySet<string>;
}): ReadLine {
  const findings: ListFinding[] = [];
  const read = it.places.map(({ column, at }) => {
    const cell = it.cells[at] ?? '';
    const value = readCell(column, cell, it.units);
    const reason = wrongCell(column, cell, value);
    if (reason !== undefined)
      findings.push({ line: it.line, reason, details: { column: column.heading, value: cell.slice(0, 60) } });
    return [column.field, value ?? ''] as const;
  });
  const cells = Object.fromEntries(read);
  return { line: it.line, key: it.form.keyOf(cells), cells, findings };
}

function wrongCell({ required, form }: ListColumn, cell: string, value: string | undefined): string | undefined {
  if (required && cell === '') return 'invoices.list.cell-missing';
  if (cell.length > longestCell || formula.test(cell)) return 'invoices.list.cell-odd';
  if (value !== undefined) return undefined;
  return form === 'unit' ? 'invoices.list.no-unit' : 'invoices.list.cell-wrong';
}

function repeated(read: readonly ReadLine[]): ListFinding[] {
  const first = new Map<string, number>();
  return read.flatMap(({ key, line }) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined ? [] : [{ line, reason: 'invoices.list.twice', details: { first: before } }];
  });
}

function differenceOf(read: readonly ReadLine[], now: readonly ListLine[]): ListDifference {
  const before = new Map(now.map((one) => [one.key, one.cells]));
  const kept = new Set(read.map(({ key }) => key));
  const changes: ListChange[] = read.flatMap(({ line, key, cells }) => {
    const was = before.get(key);
    if (was && same(was, cells)) return [];
    return [{ line, key, cells, change: was ? 'changed' : 'added', before: was }];
  });
  const gone = now.flatMap(({ key, cells }): ListChange[] =>
    kept.has(key) ? [] : [{ line: undefined, key, cells, change: 'gone', before: cells }],
  );
  const lines = read.map(({ key, cells }) => ({ key, cells }));
  return { lines, changes: [...changes, ...gone], unchanged: read.length - changes.length, findings: [] };
}

function same(left: Cells, right: Cells): boolean {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every(
    (field) => (left[field] ?? '') === (right[field] ?? ''),
  );
}
