// SPDX-License-Identifier: EUPL-1.2
import { addDays, plainDate } from '@fachwerk/german-calendar';
import type { LineFinding } from './csv.ts';
import { isDivided, parentOf } from './plan-code.ts';
import { type PlanLine, type PlanUnitWords, readPlanTable } from './plan-table.ts';

/** A unit as it stands in the plan. */
export interface PlanUnit extends PlanUnitWords {
  readonly id: string;
  readonly code: string;
  readonly parentCode: string | null;
  /** Cases here need a contact before they are filed. */
  readonly needsContact: boolean;
}

/** The plan as it stands: every unit that ever was, and codes that units had before they moved. */
export interface PlanAsItStands {
  readonly units: readonly PlanUnit[];
  /** Former code → id of the unit that had it. A code is never given to another unit: references made with it live for ever. */
  readonly formerCodes: ReadonlyMap<string, string>;
}

/** What happens to a unit; several can happen at once. */
export type PlanChange = 'added' | 'renamed' | 'moved' | 'retention' | 'described' | 'retired' | 'revived';

/** A unit that a new version of the plan adds or changes. */
export interface PlannedUnit extends PlanUnitWords {
  /** Line of the table; undefined when it is retired because the table does not name it. */
  readonly line: number | undefined;
  readonly code: string;
  readonly parentCode: string | null;
  readonly changes: readonly PlanChange[];
  /** The unit as it is; undefined for a new one. */
  readonly before: PlanUnit | undefined;
}

/** What an import would do: either changes or findings, never half of each. */
export interface PlanDifference {
  readonly units: readonly PlannedUnit[];
  readonly unchanged: number;
  readonly findings: readonly LineFinding[];
}

/** Compares a table with the plan as it stands; `today` is the first day of the new version. */
export function comparePlan(table: string, now: PlanAsItStands, today: string): PlanDifference {
  const { lines, findings } = readPlanTable(table, today);
  const placed = placeLines(withoutPastMoves(lines, now), now);
  const lastDay = addDays(plainDate(today), -1);
  const all = [...findings, ...placed.flatMap((one) => one.findings), ...aboveRetired(placed)];
  if (all.length > 0) return { units: [], unchanged: 0, findings: all.sort((one, other) => one.line - other.line) };
  const planned = placed.map(({ line, before, parentCode }) => plannedUnit(endOf(line, before, lastDay), before, parentCode));
  const changed = planned.filter(({ changes }) => changes.length > 0);
  const kept = new Set(planned.map(({ before }) => before?.id));
  const gone = now.units.filter(({ id, state }) => state !== 'retired' && !kept.has(id)).map((unit) => retiredUnit(unit, today));
  return { units: [...changed, ...gone], unchanged: planned.length - changed.length, findings: [] };
}

interface Placed {
  readonly line: PlanLine;
  readonly before: PlanUnit | undefined;
  readonly parentCode: string | null;
  readonly findings: readonly LineFinding[];
}

/** The table of the next year may still name a move that has happened. */
function withoutPastMoves(lines: readonly PlanLine[], { units, formerCodes }: PlanAsItStands): PlanLine[] {
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  return lines.map((line) =>
    codes.get(formerCodes.get(line.previous ?? '') ?? '') === line.code ? { ...line, previous: undefined } : line,
  );
}

/** Finds for every line which unit is meant and where it hangs. */
function placeLines(lines: readonly PlanLine[], now: PlanAsItStands): Placed[] {
  const byCode = new Map(now.units.map((unit) => [unit.code, unit]));
  const codes = new Set(lines.map(({ code }) => code));
  const seen = { codes: new Map<string, number>(), moved: new Set<string>() };
  return lines.map((line) => {
    const { code, parent, previous } = line;
    const before = byCode.get(previous ?? code);
    const parentCode = parent ?? parentOf(code, codes) ?? null;
    const owner = byCode.get(code)?.id ?? now.formerCodes.get(code);
    const strange = owner !== undefined && owner !== before?.id;
    const problems: [boolean, string, Record<string, string | number>][] = [
      [seen.codes.has(code), 'twice', { code, first: seen.codes.get(code) ?? 0 }],
      [!hangsSomewhere(line, parentCode, codes), 'no-parent', { code }],
      [strange, 'code-was-used', { code }],
      ...(previous === undefined ? [] : movingProblems(previous, before, seen.moved.has(previous) || codes.has(previous))),
    ];
    seen.codes.set(code, seen.codes.get(code) ?? line.line);
    if (previous !== undefined) seen.moved.add(previous);
    const findings = problems.flatMap(([is, reason, details]) =>
      is ? [{ line: line.line, reason: `records.plan-table.${reason}`, details }] : [],
    );
    return { line, before, parentCode, findings };
  });
}

function hangsSomewhere({ code, parent }: PlanLine, parentCode: string | null, codes: ReadonlySet<string>): boolean {
  if (parent !== undefined) return codes.has(parent) && parent !== code;
  return parentCode !== null || !isDivided(code);
}

function movingProblems(code: string, before: PlanUnit | undefined, stillUsed: boolean): [boolean, string, { code: string }][] {
  return [
    [!before || before.state === 'retired', 'no-previous', { code }],
    [stillUsed, 'previous-still-used', { code }],
  ];
}

/** What is in use cannot hang below what is not; and nothing hangs below itself. */
function aboveRetired(placed: readonly Placed[]): LineFinding[] {
  const above = new Map(placed.map((one) => [one.line.code, one]));
  return placed.flatMap(({ line, parentCode }) => {
    const parent = parentCode === null ? undefined : above.get(parentCode);
    if (line.state !== 'retired' && parent?.line.state === 'retired')
      return [
        { line: line.line, reason: 'records.plan-table.parent-retired', details: { code: line.code, parent: parentCode ?? '' } },
      ];
    return isCircular(line.code, above)
      ? [{ line: line.line, reason: 'records.plan-table.circle', details: { code: line.code } }]
      : [];
  });
}

const deepestPlan = 12;

function isCircular(code: string, above: ReadonlyMap<string, Placed>): boolean {
  let step = above.get(code)?.parentCode ?? null;
  for (let depth = 0; step !== null; depth += 1) {
    if (depth > deepestPlan) return true;
    step = above.get(step)?.parentCode ?? null;
  }
  return false;
}

/** What the table calls retired without a date was in use until the day before the new version, or as long as it was. */
function endOf(line: PlanLine, before: PlanUnit | undefined, lastDay: string): PlanLine {
  if (line.state !== 'retired' || line.validTo !== null) return line;
  return { ...line, validTo: before?.state === 'retired' ? before.validTo : lastDay };
}

function plannedUnit(
  { parent: _, previous: __, ...line }: PlanLine,
  before: PlanUnit | undefined,
  parentCode: string | null,
): PlannedUnit {
  // A table without dates says nothing about the day on which an existing unit began.
  const planned = { ...line, parentCode, before, validFrom: before?.validFrom ?? line.validFrom };
  return { ...planned, changes: before ? changesOf(planned, before) : ['added'] };
}

/** What differs between a unit as it is and as it will be. */
export function changesOf(after: Omit<PlannedUnit, 'changes' | 'line' | 'before'>, before: PlanUnit): PlanChange[] {
  const differs = (...fields: (keyof PlanUnit & keyof typeof after)[]) => fields.some((field) => after[field] !== before[field]);
  const inUse = after.state !== 'retired' && before.state !== 'retired';
  const happened: [PlanChange, boolean][] = [
    ['renamed', differs('title')],
    ['moved', differs('code', 'parentCode')],
    ['retention', differs('years', 'permanent', 'disposal')],
    ['described', differs('description', 'seeAlso') || (inUse && differs('validTo', 'state'))],
    ['retired', after.state === 'retired' && before.state !== 'retired'],
    ['revived', after.state !== 'retired' && before.state === 'retired'],
  ];
  return happened.flatMap(([change, is]) => (is ? [change] : []));
}

/** A unit that goes out of use keeps its files; nothing new begins there. */
export function retiredUnit(unit: PlanUnit, today: string): PlannedUnit {
  const { id: _, needsContact: __, ...words } = unit;
  const lastDay = addDays(plainDate(today), -1);
  const validTo = unit.validTo !== null && unit.validTo < lastDay ? unit.validTo : lastDay;
  return { ...words, line: undefined, state: 'retired', validTo, changes: ['retired'], before: unit };
}
