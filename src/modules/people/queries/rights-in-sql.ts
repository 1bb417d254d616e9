// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import type { ModelAnswer, ModelWorld } from '../rules/rights-model.ts';
import { oraclePermission as permission } from './rights-worlds.ts';

const hour = 3_600_000;
// The hours lie around a German midnight, so that days and moments change within one world.
const begin = Date.parse('2026-11-23T19:00:00Z');
const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];

const moment = (n: number) => new Date(begin + n * hour).toISOString();
const idOf = (kind: number, n: number) => `00000000-0000-4000-8000-${kind}${String(n).padStart(11, '0')}`;
const kinds = { unit: 1, person: 2, held: 3, substitution: 4, subject: 5, other: 6 } as const;

/** Puts a world into the database, asks the door as the application's role, and takes the world out again. */
export async function askSql(client: pg.Client, world: ModelWorld): Promise<ModelAnswer> {
  await client.query(`begin; ${insertsOf(world)}
    set local role fachwerk_app; set local fw.person = '${idOf(kinds.person, world.me)}'; set local fw.at = '${moment(world.now)}'`);
  const acting = world.persons.map((_, person) => `people.acting_scope('${permission}', '${idOf(kinds.person, person)}')`);
  const { rows } = await client.query<{ [Key in keyof ModelAnswer]: string[] } & { acting: string[] }>(
    `select people.unit_scope('${permission}') as scope, people.own_unit_scope('${permission}') as own, array[${acting.map((call) => `array_to_string(${call}, ' ')`)}] as acting,
            people.has('${permission}') as has, people.principals() as principals, people.my_functions() as mine, people.own_functions() as "ownFunctions",
            people.excluded_subjects() as excluded, people.opened_subjects() as opened`,
  );
  await client.query('rollback');
  const row = rows[0];
  if (!row) throw new Error('the door gave no answer');
  return {
    scope: placesOf(row.scope),
    own: placesOf(row.own),
    acting: row.acting.map((ids, person) => (person === world.me ? [] : placesOf(ids.split(' ').filter(Boolean)))),
    has: row.has as unknown as boolean,
    principals: placesOf(row.principals),
    mine: placesOf(row.mine),
    ownFunctions: placesOf(row.ownFunctions),
    excluded: placesOf(row.excluded),
    opened: placesOf(row.opened),
  };
}

function placesOf(ids: readonly string[]): number[] {
  return ids.map((id) => Number(id.slice(-11))).sort((one, other) => one - other);
}

function insertsOf(world: ModelWorld): string {
  const quoted = (value: unknown) => (value === null ? 'null' : `'${String(value)}'`);
  const insert = (into: string, rows: readonly (readonly unknown[])[]) =>
    rows.length > 0 ? `insert into people.${into} values ${rows.map((row) => `(${row.map(quoted).join(',')})`).join(',')};` : '';
  const day = (n: number | null) => (n === null ? null : days[n]);
  const at = (n: number | null) => (n === null ? null : moment(n));
  const id = (kind: keyof typeof kinds, n: number | null) => (n === null ? null : idOf(kinds[kind], n));
  const { units, persons, roles, functions, substitutions, exclusions, openings } = world;
  return [
    insert(
      'unit (id)',
      units.map((_, n) => [id('unit', n)]),
    ),
    units
      .map(({ heir }, n) =>
        heir === null ? '' : `update people.unit set heir = '${id('unit', heir)}' where id = '${id('unit', n)}';`,
      )
      .join(''),
    insert(
      'unit_state (unit, code, name, parent, valid_from, valid_to)',
      units.map((one, n) => [id('unit', n), `o${n}`, 'x', id('unit', one.parent), day(one.fromDay), day(one.toDay)]),
    ),
    insert(
      'person (id, given_name, family_name, email, active_from, active_to)',
      persons.map((one, n) => [id('person', n), 'x', 'x', `o${n}@x`, day(one.fromDay), day(one.toDay)]),
    ),
    insert(
      'role (code, name, reach, transferable)',
      roles.map((one, n) => [`oracle-${n}`, 'x', one.reach, one.transferable]),
    ),
    insert(
      'role_permission (role, permission)',
      roles.flatMap((one, n) => one.permissions.map((name) => [`oracle-${n}`, name])),
    ),
    insert(
      'function_held (id, person, unit, role, valid_from, valid_to)',
      functions.map((one, n) => [
        id('held', n),
        id('person', one.person),
        id('unit', one.unit),
        `oracle-${one.role}`,
        at(one.from),
        at(one.to),
      ]),
    ),
    insert(
      'substitution (id, principal, deputy, valid_from, valid_to)',
      substitutions.map((one, n) => [
        id('substitution', n),
        id('person', one.principal),
        id('person', one.deputy),
        at(one.from),
        at(one.to),
      ]),
    ),
    insert(
      'substitution_function (substitution, function_held)',
      substitutions.flatMap((one, n) => one.covers.map((index) => [id('substitution', n), id('held', index)])),
    ),
    insert(
      'exclusion (id, person, subject, label, ground, reason)',
      exclusions.map((one, n) => [
        id('other', n),
        id('person', one.person),
        id('subject', one.subject),
        'x',
        'party',
        'because it is so',
      ]),
    ),
    insert(
      'opening (id, person, subject, label, reason, opened_at, ends_at, review_by)',
      openings.map((one, n) => [
        id('other', n),
        id('person', one.person),
        id('subject', one.subject),
        'x',
        'because it is an emergency',
        at(one.from),
        at(one.to),
        '2026-12-01',
      ]),
    ),
  ].join('\n');
}
