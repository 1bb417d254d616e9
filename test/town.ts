// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../src/kernel/command.ts';
import { beginSession } from '../src/kernel/session.ts';
import type { World } from './world.ts';

const id = (n: number) => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Units of the small town that tests play in. */
export const units = { town: id(1), order: id(32), trade: id(0x321), traffic: id(0x322), treasury: id(20) } as const;

/** Its people: a clerk and a head in the trade office (32.1), a clerk in the treasury (20), the registry and the administrator of the town. */
export const persons = {
  clerk: id(0x1001),
  head: id(0x1002),
  treasurer: id(0x1003),
  registrar: id(0x1004),
  administrator: id(0x1005),
  neighbour: id(0x1006),
} as const;

/** Filing plan units: 32.11 keeps ten years, 32.12 inherits from 32, 32.9 is retired. */
export const planUnits = { order: id(0x2032), inns: id(0x3211), trade: id(0x3212), retired: id(0x3209) } as const;

const posts: [person: string, unit: string, role: string][] = [
  [persons.clerk, units.trade, 'clerk'],
  [persons.head, units.order, 'head'],
  [persons.treasurer, units.treasury, 'clerk'],
  [persons.registrar, units.town, 'registry'],
  [persons.administrator, units.town, 'administrator'],
  [persons.neighbour, units.traffic, 'clerk'],
];

/** Settles the town by plain SQL: what tests of other modules need, before and beside all commands. */
export async function settleTown(world: Pick<World, 'sql'>): Promise<void> {
  await insertUnits(world);
  for (const [name, person] of Object.entries(persons)) {
    await world.sql(
      "insert into people.person (id, given_name, family_name, email, active_from) values ($1, 'Test', $2, $3, '2020-01-01')",
      [person, name, `${name}@waldbrueck.example`],
    );
  }
  for (const [index, [person, unit, role]] of posts.entries()) {
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, $4, '2020-01-01')",
      [functionOf(index), person, unit, role],
    );
  }
  await insertPlan(world);
}

/** Id of the function that the nth post of the town is. */
export function functionOf(index: number): string {
  return id(0x4000 + index);
}

async function insertUnits(world: Pick<World, 'sql'>): Promise<void> {
  const tree: [string, string, string, string | null][] = [
    [units.town, '00', 'Stadt', null],
    [units.order, '32', 'Ordnungsamt', units.town],
    [units.trade, '32.1', 'Gewerbe', units.order],
    [units.traffic, '32.2', 'Verkehr', units.order],
    [units.treasury, '20', 'Kämmerei', units.town],
  ];
  for (const [unit, code, name, parent] of tree) {
    await world.sql('insert into people.unit (id) values ($1)', [unit]);
    await world.sql(
      "insert into people.unit_state (unit, code, name, parent, valid_from) values ($1, $2, $3, $4, '2020-01-01')",
      [unit, code, name, parent],
    );
  }
}

async function insertPlan(world: Pick<World, 'sql'>): Promise<void> {
  const plan = id(0x2000);
  await world.sql(
    "insert into records.filing_plans (id, name, version, valid_from) values ($1, 'Aktenplan Waldbrück', '2026', '2020-01-01')",
    [plan],
  );
  const rows: [string, string | null, string, string, string, number | null][] = [
    [planUnits.order, null, '32', 'Öffentliche Ordnung', 'active', 6],
    [planUnits.inns, planUnits.order, '32.11', 'Gaststätten', 'active', 10],
    [planUnits.trade, planUnits.order, '32.12', 'Gewerbe', 'active', null],
    [planUnits.retired, planUnits.order, '32.9', 'Tanzlustbarkeiten', 'retired', 2],
  ];
  for (const [unit, parent, code, title, state, years] of rows) {
    await world.sql(
      "insert into records.filing_plan_units (id, plan_id, parent_id, code, sort_key, title, state, retention_years, disposal_type, valid_from) values ($1, $2, $3, $4, $4, $5, $6, $7, 'B', '2020-01-01')",
      [unit, plan, parent, code, title, state, years],
    );
  }
}

const all = ['records.read', 'records.write', 'records.sign', 'records.prove', 'records.registry'];

/** A caller who holds all of the records' permissions somewhere; where, the database knows. */
export function callerAs(person: string, extra: Partial<Caller> = {}): Caller {
  return { person, permissions: new Set(all), name: 'Test', ...extra };
}

/** Signs a person in without a password and returns the cookie header; for tests of pages. */
export async function cookieOf(world: World, person: string): Promise<string> {
  const at = world.clock.now();
  const token = await world.runtime.database.transaction({ person: null, system: 'test.sign-in' }, at, (tx) =>
    beginSession(tx, person, at),
  );
  return `fachwerk=${token}`;
}
