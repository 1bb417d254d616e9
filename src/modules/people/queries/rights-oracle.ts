// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import pg from 'pg';
import { explain, type HeldFunction, type Standing } from '../rules/explain.ts';
import { askModel, type ModelAnswer, type ModelWorld } from '../rules/rights-model.ts';
import { askSql } from './rights-in-sql.ts';
import { anyWorld, oraclePermission as permission } from './rights-worlds.ts';

/** What came of a comparison: equal in so many worlds, or the first world in which not. */
export interface OracleResult {
  readonly worlds: number;
  readonly different?: { readonly world: ModelWorld; readonly model: ModelAnswer; readonly sql: ModelAnswer } | undefined;
}

/**
 * Compares the SQL door with the model on random worlds, always the same for one seed. `admin` is a superuser's connection to a
 * migrated database; every world is rolled back.
 */
export async function rightsOracle({
  worlds,
  seed = 7,
  admin,
}: {
  worlds: number;
  seed?: number;
  admin: pg.ClientConfig;
}): Promise<OracleResult> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    return await compare(client, fc.sample(anyWorld, { numRuns: worlds, seed }));
  } finally {
    await client.end();
  }
}

/** Compares on the given worlds until one differs. */
export async function compare(client: pg.Client, worlds: readonly ModelWorld[]): Promise<OracleResult> {
  for (const [index, world] of worlds.entries()) {
    const model = askModel(world, permission);
    const sql = await askSql(client, world);
    const told = explained(world);
    if (JSON.stringify(sql) !== JSON.stringify(model) || JSON.stringify(told) !== JSON.stringify(model.scope))
      return { worlds: index + 1, different: { world, model, sql } };
    if (index % 50 === 49) await client.query('vacuum'); // every world rolled back leaves its dead rows behind
  }
  return { worlds: worlds.length };
}

/** The units in which the explanation for the reader says yes: it must say what the database does. */
function explained(world: ModelWorld): number[] {
  const standing = standingIn(world);
  const allowed = (n: number) => explain(standing, { permission, unit: String(n), at: new Date(world.now) }).allowed;
  return world.units.map((_, n) => n).filter(allowed);
}

function standingIn(world: ModelWorld): Standing {
  const { functions, substitutions, units, today, me } = world;
  return {
    active: hasAccess(world, me),
    own: functions.flatMap((one, n) => (one.person === me ? told(world, n) : [])),
    deputyFor: substitutions
      .filter(({ deputy }) => deputy === me)
      .map(({ principal, from, to, covers }) => ({
        principal: String(principal),
        principalName: 'x',
        principalActive: hasAccess(world, principal),
        from: new Date(from),
        to: new Date(to),
        covered: covers.filter((n) => functions[n]?.person === principal).flatMap((n) => told(world, n)),
      })),
    units: units
      .map(({ fromDay, toDay, parent, heir }, n) => ({
        fromDay,
        id: String(n),
        code: String(n),
        parent: text(parent),
        heir: text(heir),
        retired: toDay !== null && toDay <= today,
      }))
      .filter(({ fromDay }) => fromDay <= today),
  };
}

function text(n: number | null): string | null {
  return n === null ? null : String(n);
}

function hasAccess({ persons, today }: ModelWorld, n: number): boolean {
  const person = persons[n];
  return person !== undefined && person.fromDay <= today && (person.toDay === null || today < person.toDay);
}

function told({ functions, roles }: ModelWorld, n: number): HeldFunction[] {
  const one = functions[n];
  const role = one && roles[one.role];
  if (!one || !role) return [];
  const to = one.to === null ? null : new Date(one.to);
  return [{ ...role, id: String(n), unit: String(one.unit), role: String(one.role), from: new Date(one.from), to }];
}
