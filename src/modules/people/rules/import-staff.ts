// SPDX-License-Identifier: EUPL-1.2
import type { LineFinding } from './csv.ts';
import { type Column, dayOr, readTable, repeated, type TableRow } from './import-table.ts';

type Field = 'staffNumber' | 'title' | 'givenName' | 'familyName' | 'email' | 'unit' | 'role' | 'from';
type Row = TableRow<Field>;

/** Columns of a table of staff; headings are compared without umlauts, blanks and signs. */
export const staffColumns: readonly Column<Field>[] = [
  { field: 'staffNumber', names: ['personalnummer', 'staffnumber'] },
  { field: 'title', names: ['titel', 'title'] },
  { field: 'givenName', names: ['vorname', 'givenname', 'firstname'], required: true },
  { field: 'familyName', names: ['nachname', 'familienname', 'familyname', 'lastname'], required: true },
  { field: 'email', names: ['email', 'emailadresse', 'mail'], required: true },
  { field: 'unit', names: ['organisationseinheit', 'einheit', 'oe', 'unit'] },
  { field: 'role', names: ['rolle', 'funktion', 'role'] },
  { field: 'from', names: ['gueltigab', 'validfrom'] },
];

/** A person as far as an import compares. */
export interface KnownPerson {
  readonly id: string;
  readonly title: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly staffNumber: string | null;
}

/** What the import finds. */
export interface KnownStaff {
  readonly persons: readonly KnownPerson[];
  /** Units in use, code → id. */
  readonly units: ReadonlyMap<string, string>;
  /** Roles, code and lower-case name → code. */
  readonly roles: ReadonlyMap<string, string>;
  /** `person unit role` of functions held or waiting for release. */
  readonly functions: ReadonlySet<string>;
}

/** What one line will do. */
export interface PlannedPerson {
  readonly line: number;
  readonly act: 'create' | 'change' | 'keep';
  readonly title: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly staffNumber: string | null;
  readonly from: string;
  readonly before?: KnownPerson | undefined;
  /** Function to ask for; it waits for release by a second person. */
  readonly wanted?: { readonly unit: string; readonly role: string } | undefined;
}

/** What an import would do: either a plan or findings, never half of each. */
export interface StaffPlan {
  readonly persons: readonly PlannedPerson[];
  readonly findings: readonly LineFinding[];
}

/** Plans an import of staff; the e-mail address decides who is meant. */
export function planStaff(text: string, known: KnownStaff, today: string): StaffPlan {
  const { rows, findings } = readTable(text, staffColumns);
  const byEmail = new Map(known.persons.map((person) => [person.email.toLowerCase(), person]));
  const byNumber = new Map(
    known.persons.flatMap((person) => (person.staffNumber ? [[person.staffNumber, person] as const] : [])),
  );
  const all = [
    ...findings,
    ...twice(rows, ({ email }) => email.toLowerCase()),
    ...twice(rows, ({ staffNumber }) => staffNumber),
    ...rows.flatMap((row) =>
      rowFindings(row, { known, today, before: byEmail.get(row.email.toLowerCase()), sameNumber: byNumber.get(row.staffNumber) }),
    ),
  ].sort((one, other) => one.line - other.line);
  if (all.length > 0) return { persons: [], findings: all };
  return {
    persons: rows.map((row) => plannedPerson(row, { known, today, before: byEmail.get(row.email.toLowerCase()) })),
    findings: [],
  };
}

function twice(rows: readonly Row[], key: (row: Row) => string): LineFinding[] {
  return repeated(rows, key).map(({ row, first }) => ({
    line: row.line,
    reason: 'people.import.twice',
    details: { value: key(row), first },
  }));
}

interface Facts {
  readonly known: KnownStaff;
  readonly today: string;
  readonly before: KnownPerson | undefined;
  readonly sameNumber?: KnownPerson | undefined;
}

const emailShape = /^[^\s@<>"]+@[^\s@<>"]+$/;

function rowFindings(row: Row, { known, today, before, sameNumber }: Facts): LineFinding[] {
  const { email, unit, role, from, staffNumber } = row;
  const found: [boolean, string, Record<string, string>][] = [
    [email !== '' && !emailShape.test(email), 'people.import.no-email', { value: email }],
    [dayOr(from, today) === undefined, 'people.import.no-date', { value: from }],
    [(unit === '') !== (role === ''), 'people.import.unit-and-role', {}],
    [unit !== '' && !known.units.has(unit), 'people.import.no-unit', { value: unit }],
    [role !== '' && !known.roles.has(role.toLowerCase()), 'people.import.no-role', { value: role }],
    [sameNumber !== undefined && sameNumber.id !== before?.id, 'people.import.number-taken', { value: staffNumber }],
  ];
  return found.flatMap(([is, reason, details]) => (is ? [{ line: row.line, reason, details }] : []));
}

function plannedPerson(row: Row, { known, today, before }: Facts): PlannedPerson {
  const { line, title, givenName, familyName, email } = row;
  const staffNumber = row.staffNumber || (before?.staffNumber ?? null);
  const same =
    before !== undefined &&
    before.title === title &&
    before.givenName === givenName &&
    before.familyName === familyName &&
    before.staffNumber === staffNumber;
  const act = before === undefined ? 'create' : same ? 'keep' : 'change';
  return {
    line,
    act,
    title,
    givenName,
    familyName,
    email,
    staffNumber,
    from: dayOr(row.from, today) ?? today,
    before,
    wanted: wantedFunction(row, known, before),
  };
}

function wantedFunction({ unit, role }: Row, { units, roles, functions }: KnownStaff, before: KnownPerson | undefined) {
  const [unitId, roleCode] = [units.get(unit), roles.get(role.toLowerCase())];
  if (unitId === undefined || roleCode === undefined) return undefined;
  return before && functions.has(`${before.id} ${unitId} ${roleCode}`) ? undefined : { unit: unitId, role: roleCode };
}
