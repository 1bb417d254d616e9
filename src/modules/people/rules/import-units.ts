// SPDX-License-Identifier: EUPL-1.2
import type { LineFinding } from './csv.ts';
import { type Column, dayOr, readTable, repeated, type TableRow } from './import-table.ts';
import type { Organisation, UnitState } from './unit-change.ts';

type Field = 'code' | 'name' | 'parent' | 'from';
type Row = TableRow<Field>;

/** Columns of a table of units; headings are compared without umlauts, blanks and signs. */
export const unitColumns: readonly Column<Field>[] = [
  { field: 'code', names: ['kennzeichen', 'code'], required: true },
  { field: 'name', names: ['bezeichnung', 'name'], required: true },
  { field: 'parent', names: ['uebergeordnet', 'uebergeordneteeinheit', 'parent'] },
  { field: 'from', names: ['gueltigab', 'validfrom'] },
];

/** What one line will do. */
export interface PlannedUnit {
  readonly line: number;
  readonly act: 'create' | 'change' | 'keep';
  readonly code: string;
  readonly name: string;
  /** Code of the unit above; empty = top. */
  readonly parent: string;
  readonly from: string;
  /** The unit as it is, when it exists. */
  readonly before?: UnitState | undefined;
}

/** What an import would do: either a plan, parents before their subordinates, or findings, never half of each. */
export interface UnitPlan {
  readonly units: readonly PlannedUnit[];
  readonly findings: readonly LineFinding[];
}

/** Plans an import of units; codes decide which unit is meant. */
export function planUnits(text: string, all: Organisation, today: string): UnitPlan {
  const table = readTable(text, unitColumns);
  const inUse = new Map(all.filter(({ validTo }) => validTo === null).map((unit) => [unit.code, unit]));
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const findings = [
    ...table.findings,
    ...doubled(table.rows),
    ...table.rows.flatMap((row) => rowFindings(row, table.rows, inUse, today)),
  ];
  const planned = table.rows.map((row) => plannedUnit(row, { before: inUse.get(row.code), byId, today }));
  const ordered = inOrder(planned);
  const circular = ordered.left.map(({ line, code }) => ({ line, reason: 'people.import.circle', details: { code } }));
  const all_ = [...findings, ...circular].sort((one, other) => one.line - other.line);
  return all_.length > 0 ? { units: [], findings: all_ } : { units: ordered.units, findings: [] };
}

function doubled(rows: readonly Row[]): LineFinding[] {
  return repeated(rows, ({ code }) => code).map(({ row, first }) => ({
    line: row.line,
    reason: 'people.import.twice',
    details: { value: row.code, first },
  }));
}

function rowFindings(row: Row, rows: readonly Row[], inUse: ReadonlyMap<string, UnitState>, today: string): LineFinding[] {
  const { line, code, parent } = row;
  const from = dayOr(row.from, today);
  const before = inUse.get(code);
  const found: [boolean, string, Record<string, string>][] = [
    [from === undefined, 'people.import.no-date', { value: row.from }],
    [
      parent !== '' && !inUse.has(parent) && !rows.some((other) => other.code === parent),
      'people.import.no-parent',
      { value: parent },
    ],
    [parent !== '' && parent === code, 'people.import.circle', { code }],
    [
      before !== undefined && from !== undefined && from < before.validFrom,
      'people.import.before-state',
      { date: before?.validFrom ?? '' },
    ],
  ];
  return found.flatMap(([is, reason, details]) => (is ? [{ line, reason, details }] : []));
}

interface Known {
  readonly before: UnitState | undefined;
  readonly byId: ReadonlyMap<string, UnitState>;
  readonly today: string;
}

function plannedUnit({ line, code, name, parent, from }: Row, { before, byId, today }: Known): PlannedUnit {
  const parentNow = before?.parent ? (byId.get(before.parent)?.code ?? '') : '';
  const same = before !== undefined && before.name === name && parentNow === parent;
  const act = before === undefined ? 'create' : same ? 'keep' : 'change';
  return { line, act, code, name, parent, from: dayOr(from, today) ?? today, before };
}

/** Parents first; what never gets its turn stands below itself. Units outside the file count as there already. */
function inOrder(planned: readonly PlannedUnit[]): { units: PlannedUnit[]; left: PlannedUnit[] } {
  const units: PlannedUnit[] = [];
  let left = [...planned];
  for (let before = -1; left.length !== before; ) {
    before = left.length;
    const waiting = new Set(left.map(({ code }) => code));
    units.push(...left.filter(({ parent }) => !waiting.has(parent)));
    left = left.filter(({ parent }) => waiting.has(parent));
  }
  return { units, left };
}
