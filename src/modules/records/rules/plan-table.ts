// SPDX-License-Identifier: EUPL-1.2
import { isPlainDate } from '@fachwerk/german-calendar';
import { type CsvLine, type LineFinding, readCsv } from './csv.ts';
import { isPlanCode } from './plan-code.ts';
import type { DisposalType } from './retention.ts';

/** State of a plan unit. */
export type PlanUnitState = 'planned' | 'active' | 'retired';

/** What a plan unit says, wherever it comes from. */
export interface PlanUnitWords {
  readonly title: string;
  readonly description: string;
  readonly seeAlso: string;
  readonly years: number | null;
  readonly permanent: boolean;
  readonly disposal: DisposalType | null;
  readonly state: PlanUnitState;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** One line of an imported plan. */
export interface PlanLine extends PlanUnitWords {
  readonly line: number;
  readonly code: string;
  /** Code of the unit above when the table says it; otherwise it follows from the code. */
  readonly parent: string | undefined;
  /** Code that this unit had before, when it moves. */
  readonly previous: string | undefined;
}

type Field =
  | 'code'
  | 'title'
  | 'description'
  | 'seeAlso'
  | 'retention'
  | 'disposal'
  | 'validFrom'
  | 'validTo'
  | 'state'
  | 'parent'
  | 'previous';

/** Headings that are understood, folded; the first one is what we write ourselves. */
const headings: Record<Field, readonly string[]> = {
  code: ['kennzeichen', 'code', 'nummer', 'aktenplankennzeichen'],
  title: ['bezeichnung', 'titel', 'title'],
  description: ['beschreibung', 'description'],
  seeAlso: ['verweise', 'siehe', 'seealso'],
  retention: ['aufbewahrung', 'aufbewahrungjahre', 'retention'],
  disposal: ['aussonderung', 'aussonderungsart', 'disposal'],
  validFrom: ['gueltigab', 'gueltigvon', 'validfrom'],
  validTo: ['gueltigbis', 'validto'],
  state: ['zustand', 'state'],
  parent: ['uebergeordnet', 'parent'],
  previous: ['bisher', 'frueher', 'previous'],
};

const states: Readonly<Record<string, PlanUnitState>> = {
  '': 'active',
  gueltig: 'active',
  active: 'active',
  geplant: 'planned',
  planned: 'planned',
  stillgelegt: 'retired',
  retired: 'retired',
};

/** Most lines of one plan; the largest municipal plans have about 15,000 units. */
export const mostPlanLines = 20_000;

/** Reads a filing plan: columns in any order by their headings, every line that cannot be read with its reason. */
export function readPlanTable(
  text: string,
  today: string,
): { readonly lines: readonly PlanLine[]; readonly findings: readonly LineFinding[] } {
  const { lines, findings } = readCsv(text);
  const [head, ...body] = lines;
  if (findings.length > 0) return { lines: [], findings };
  if (!head || body.length === 0) return only(1, 'records.table.empty');
  if (body.length > mostPlanLines) return only(mostPlanLines + 2, 'records.table.too-long', { n: mostPlanLines });
  const places = placesOf(head);
  for (const [field, label] of [
    ['code', 'Kennzeichen'],
    ['title', 'Bezeichnung'],
  ] as const) {
    if (places[field] < 0) return only(head.line, 'records.table.no-column', { column: label });
  }
  const read = body.map((line) => readLine(line, { places, width: head.cells.length, today }));
  return { lines: read.map(({ line }) => line), findings: read.flatMap((one) => one.findings) };
}

function only(line: number, reason: string, details: LineFinding['details'] = {}) {
  return { lines: [], findings: [{ line, reason, details }] };
}

function placesOf(head: CsvLine): Record<Field, number> {
  const cells = head.cells.map(folded);
  const place = (field: Field) => cells.findIndex((cell) => headings[field].includes(cell));
  return Object.fromEntries(Object.keys(headings).map((field) => [field, place(field as Field)])) as Record<Field, number>;
}

/** Headings are compared without case, umlauts, blanks and signs, and only up to a bracket. */
function folded(heading: string): string {
  const [words = ''] = heading.toLowerCase().split('(', 1);
  const plain = words.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return plain.replaceAll(/[^a-z]/g, '');
}

interface Reading {
  readonly places: Record<Field, number>;
  readonly width: number;
  readonly today: string;
}

function readLine({ line, cells }: CsvLine, { places, width, today }: Reading): { line: PlanLine; findings: LineFinding[] } {
  const cell = (field: Field) => cells[places[field]] ?? '';
  const [code, title] = [cell('code'), cell('title')];
  const kept = readYears(cell('retention'));
  const disposal = cell('disposal').toUpperCase();
  const validFrom = readDay(cell('validFrom'), today);
  const validTo = readDay(cell('validTo'), null);
  const state = states[folded(cell('state'))];
  const problems: [boolean, string, Record<string, string>][] = [
    [cells.length > width, 'records.table.too-many-cells', {}],
    [!isPlanCode(code), 'records.plan-table.bad-code', { value: code }],
    [title === '' || title.length > 300, 'records.plan-table.no-title', { code }],
    [kept === undefined, 'records.plan-table.bad-retention', { value: cell('retention') }],
    [!['', 'A', 'B', 'V'].includes(disposal), 'records.plan-table.bad-disposal', { value: disposal }],
    [validFrom === undefined, 'records.plan-table.bad-date', { value: cell('validFrom') }],
    [validTo === undefined, 'records.plan-table.bad-date', { value: cell('validTo') }],
    [!!validFrom && !!validTo && validTo < validFrom, 'records.plan-table.ends-before-start', { code }],
    [state === undefined, 'records.plan-table.bad-state', { value: cell('state') }],
  ];
  const { years, permanent } = kept ?? { years: null, permanent: false };
  return {
    line: {
      ...{
        line,
        code,
        title,
        description: cell('description'),
        seeAlso: cell('seeAlso'),
        years,
        permanent,
        state: state ?? 'active',
      },
      ...{
        disposal: disposal === '' ? null : (disposal as DisposalType),
        validFrom: validFrom ?? today,
        validTo: validTo ?? null,
      },
      ...{ parent: cell('parent') || undefined, previous: cell('previous') || undefined },
    },
    findings: problems.flatMap(([is, reason, details]) => (is ? [{ line, reason, details }] : [])),
  };
}

/** „10“, „10 Jahre“, „dauernd“ or nothing, which means: like the unit above. */
function readYears(text: string): { years: number | null; permanent: boolean } | undefined {
  if (text === '') return { years: null, permanent: false };
  if (/^(dauernd|dauerhaft|unbefristet|permanent)$/i.test(text)) return { years: null, permanent: true };
  const [, digits] = /^(\d{1,3})(?:\s?(?:J\.?|Jahre?|years?))?$/i.exec(text) ?? [];
  return digits === undefined || Number(digits) > 200 ? undefined : { years: Number(digits), permanent: false };
}

/** `2026-01-31` or `31.1.2026`; nothing means the default. */
function readDay<T extends string | null>(text: string, otherwise: T): string | T | undefined {
  if (text === '') return otherwise;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso) ? iso : undefined;
}
