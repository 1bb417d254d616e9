// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import { namesToTry, type RightsAnswer } from './oracle.ts';
import { now, type RightsWorld, roles } from './world.ts';

const start = Date.parse('2026-11-24T06:00:00Z');
const moment = (hour: number) => new Date(start + hour * 3_600_000).toISOString();
const kinds = { unit: 1, person: 2, function: 3, substitution: 4, file: 5, other: 6, plan: 7 } as const;
const idOf = (kind: keyof typeof kinds, n: number) => `00000000-0000-4000-8000-${kinds[kind]}${String(n).padStart(11, '0')}`;

/** Everything the database says about one person, asked in as many ways as there are. */
export interface SqlAnswer extends RightsAnswer {
  /** Ways that must agree with `readable`: rows below files, the function for one file. */
  readonly seenBelow: readonly number[];
  readonly mayRead: readonly number[];
  /** Ways that must agree with `writable`: the functions, and rows that really change. */
  readonly mayWrite: readonly number[];
  readonly changed: readonly number[];
  readonly changedBelow: readonly number[];
}

/** Puts a world into the database, asks for some persons as the application's role, and takes the world out again. */
export async function askSql(client: pg.Client, world: RightsWorld, persons: readonly number[]): Promise<SqlAnswer[]> {
  // As a replica the server runs no triggers: the search needs no index of worlds that are gone in a moment.
  await client.query(`begin; set local session_replication_role = replica; ${insertsOf(world)}; set local session_replication_role = origin;
    set local fw.at = '${moment(now)}'`);
  const answers: SqlAnswer[] = [];
  for (const me of persons) answers.push(await askFor(client, world, me));
  await client.query('rollback');
  return answers;
}

async function askFor(client: pg.Client, world: RightsWorld, me: number): Promise<SqlAnswer> {
  const ids = world.files.map((_, n) => `'${idOf('file', n)}'`).join(',');
  const files = `unnest(array[${ids}]::uuid[]) f`;
  const names = namesToTry(world, me);
  const actsAs = (as: number, permission: string) =>
    `array(select f from ${files} where records.may_act(f, '${permission}', ${as === me ? 'null' : `'${idOf('person', as)}'`}))`;
  // A blind update asks the policy for updates alone: with a condition it would have to see the rows, too.
  const answers = (await client.query(
    `set local role fachwerk_app; set local fw.person = '${idOf('person', me)}';
     select array(select id from records.files) as readable, array(select file_id from records.cases) as "seenBelow",
            array(select f from ${files} where records.may_read(f)) as "mayRead", array(select records.writable_files()) as writable,
            array(select f from ${files} where records.may_write(f)) as "mayWrite", ${actsAs(me, 'records.sign')} as signing,
            array[${names.map((as) => `array_to_string(${actsAs(as, 'records.write')}, ' ')`)}] as acting;
     update records.files set location = 'x'; update records.cases set started_on = '2026-02-02'; reset role;
     select array(select id from records.files where location = 'x') as changed, array(select file_id from records.cases where started_on = '2026-02-02') as "changedBelow";
     update records.files set location = ''; update records.cases set started_on = '2026-01-01'`,
  )) as unknown as pg.QueryResult<Record<string, string[]>>[];
  const row = Object.assign({}, ...answers.flatMap(({ rows }) => rows)) as { [Key in keyof SqlAnswer]: string[] };
  return {
    readable: placesOf(row.readable),
    seenBelow: placesOf(row.seenBelow),
    mayRead: placesOf(row.mayRead),
    writable: placesOf(row.writable),
    mayWrite: placesOf(row.mayWrite),
    changed: placesOf(row.changed),
    changedBelow: placesOf(row.changedBelow),
    acting: names.map((as, place) => ({ as, files: placesOf(row.acting[place]!.split(' ')) })),
    signing: placesOf(row.signing),
  };
}

function placesOf(ids: readonly string[]): number[] {
  return ids
    .filter(Boolean)
    .map((id) => Number(id.slice(-11)))
    .sort((one, other) => one - other);
}

function insertsOf(world: RightsWorld): string {
  return [...insertsOfPeople(world), ...insertsOfFiles(world)].join(';\n');
}

type Value = string | number | boolean | null;

function insert(into: string, rows: readonly (readonly Value[])[]): string {
  const quoted = (value: Value) => (value === null ? 'null' : `'${value}'`);
  return rows.length === 0 ? '' : `insert into ${into} values ${rows.map((row) => `(${row.map(quoted).join(',')})`).join(',')}`;
}

function insertsOfPeople({ parents, active, functions, substitutions, exclusions, openings }: RightsWorld): string[] {
  const first = '2020-01-01';
  return [
    insert(
      'people.role (code, name, reach, transferable)',
      roles.map(({ reach, transferable }, n) => [`world-${n}`, 'x', reach, transferable]),
    ),
    insert(
      'people.role_permission (role, permission)',
      roles.flatMap(({ permissions }, n) => permissions.map((permission) => [`world-${n}`, permission])),
    ),
    insert(
      'people.unit (id)',
      parents.map((_, n) => [idOf('unit', n)]),
    ),
    insert(
      'people.unit_state (unit, code, name, parent, valid_from)',
      parents.map((parent, n) => [idOf('unit', n), `w${n}`, 'x', n === 0 ? null : idOf('unit', parent), first]),
    ),
    insert(
      'people.person (id, given_name, family_name, email, active_from, active_to)',
      active.map((is, n) => [idOf('person', n), 'x', 'x', `w${n}@x`, first, is ? null : '2026-11-24']),
    ),
    insert(
      'people.function_held (id, person, unit, role, valid_from, valid_to)',
      functions.map(({ person, unit, role, span }, n) => [
        idOf('function', n),
        idOf('person', person),
        idOf('unit', unit),
        `world-${role}`,
        moment(span.from),
        moment(span.to),
      ]),
    ),
    insert(
      'people.substitution (id, principal, deputy, valid_from, valid_to)',
      substitutions.map(({ principal, deputy, span }, n) => [
        idOf('substitution', n),
        idOf('person', principal),
        idOf('person', deputy),
        moment(span.from),
        moment(span.to),
      ]),
    ),
    insert(
      'people.substitution_function (substitution, function_held)',
      substitutions.flatMap(({ covers }, n) => covers.map((held) => [idOf('substitution', n), idOf('function', held)])),
    ),
    insert(
      'people.exclusion (id, person, subject, label, ground, reason)',
      exclusions.map(({ person, file }, n) => [
        idOf('other', n),
        idOf('person', person),
        idOf('file', file),
        'x',
        'party',
        'because it is so',
      ]),
    ),
    insert(
      'people.opening (id, person, subject, label, reason, opened_at, ends_at, review_by)',
      openings.map(({ person, file, span }, n) => [
        idOf('other', n),
        idOf('person', person),
        idOf('file', file),
        'x',
        'because it is an emergency',
        moment(span.from),
        moment(span.to),
        '2026-12-01',
      ]),
    ),
  ].filter(Boolean);
}

function insertsOfFiles({ files, access }: RightsWorld): string[] {
  const plan = idOf('plan', 0);
  return [
    insert('records.filing_plans (id, name, version, valid_from)', [[plan, 'world', 'world', '2020-01-01']]),
    insert('records.filing_plan_units (id, plan_id, code, sort_key, title, valid_from)', [
      [plan, plan, 'W', 'w', 'x', '2020-01-01'],
    ]),
    insert(
      'records.files (id, plan_unit_id, reference, sort_key, subject, lead_unit, protection, opened_on)',
      files.map(({ unit, protection }, n) => [
        idOf('file', n),
        plan,
        `W-${n}`,
        `w-${n}`,
        'x',
        idOf('unit', unit),
        protection,
        '2026-01-01',
      ]),
    ),
    insert(
      'records.file_access (file_id, kind, grantee, writes)',
      access.map(({ file, kind, grantee, writes }) => [idOf('file', file), kind, idOf(kind, grantee), writes]),
    ),
    insert(
      'records.cases (id, file_id, subject, lead_unit, state, started_on)',
      files.map(({ unit }, n) => [idOf('file', n), idOf('file', n), 'x', idOf('unit', unit), 'draft', '2026-01-01']),
    ),
  ].filter(Boolean);
}
