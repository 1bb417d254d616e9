// SPDX-License-Identifier: EUPL-1.2
import { readDay } from './day.ts';
import { type CsvLine, isFormula, type LineFinding, parseCsv } from './csv.ts';

/** A column: the field it fills, the headings it may have, whether it must be there. */
export interface Column<Field extends string> {
  readonly field: Field;
  /** The heading that we write; first of the names that we understand. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
}

/** One line with its cells by field; a column that is not there is empty. */
export type TableRow<Field extends string> = Readonly<Record<Field, string>> & { readonly line: number };

/** A file read as a table, or with what is wrong with it. */
export interface ReadTable<Field extends string> {
  readonly rows: readonly TableRow<Field>[];
  readonly findings: readonly LineFinding[];
}

/** Most lines of one import. */
export const mostLines = 5_000;
const longestCell = 200;

/** Reads a table by the headings of its first line, in any order; says for every line what cannot be read. */
export function readTable<Field extends string>(text: string, columns: readonly Column<Field>[]): ReadTable<Field> {
  const lines = parseCsv(text);
  if ('reason' in lines) return { rows: [], findings: [lines] };
  const [head, ...body] = lines;
  if (!head || body.length === 0) return failed(1, 'people.import.empty');
  if (body.length > mostLines) return failed(mostLines + 2, 'people.import.too-many-lines', { n: mostLines });
  const places = columns.map((column) => ({ column, at: head.cells.findIndex((cell) => column.names.includes(folded(cell))) }));
  const missing = places.filter(({ column, at }) => column.required && at < 0);
  if (missing.length > 0)
    return failed(head.line, 'people.import.no-column', { columns: missing.map(({ column }) => column.names[0]).join(', ') });
  const rows = body.map((line) => rowOf(line, places));
  return { rows, findings: rows.flatMap((row) => cellFindings(row, columns)) };
}

function folded(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ü', 'ue')
    .replaceAll(/[^a-z]+/g, '');
}

function failed(line: number, reason: string, details: Record<string, string | number> = {}) {
  return { rows: [], findings: [{ line, reason, details }] };
}

function rowOf<Field extends string>(
  { line, cells }: CsvLine,
  places: readonly { column: Column<Field>; at: number }[],
): TableRow<Field> {
  const values = Object.fromEntries(places.map(({ column, at }) => [column.field, cells[at] ?? '']));
  return { ...(values as Record<Field, string>), line };
}

function cellFindings<Field extends string>(row: TableRow<Field>, columns: readonly Column<Field>[]): LineFinding[] {
  return columns.flatMap(({ field, names: [column], required }) => {
    const value: string = row[field];
    if (required && value === '') return [{ line: row.line, reason: 'people.import.cell-missing', details: { column } }];
    if (value.length > longestCell)
      return [{ line: row.line, reason: 'people.import.cell-too-long', details: { column, n: longestCell } }];
    if (isFormula(value)) return [{ line: row.line, reason: 'people.import.formula', details: { column } }];
    return [];
  });
}

/** Lines whose key stands in an earlier line as well. */
export function repeated<Row extends { readonly line: number }>(
  rows: readonly Row[],
  key: (row: Row) => string,
): { row: Row; first: number }[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const name = key(row);
    if (name === '') return [];
    const before = first.get(name);
    if (before !== undefined) return [{ row, first: before }];
    first.set(name, row.line);
    return [];
  });
}

/** A day in a cell; empty means the given one, undefined is no day. */
export function dayOr(cell: string, otherwise: string): string | undefined {
  return cell === '' ? otherwise : readDay(cell);
}
