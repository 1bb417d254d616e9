// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';
import { askSql, type SqlAnswer } from './in-sql.ts';
import { askOracle, type RightsAnswer } from './oracle.ts';
import { anyRightsWorld, type RightsWorld, sizes } from './world.ts';

/** The first thing on which database and oracle do not agree. */
export interface RightsDifference {
  readonly world: RightsWorld;
  readonly person: number;
  readonly oracle: RightsAnswer;
  readonly sql: SqlAnswer;
}

/** In how many worlds they agreed, or the first in which not. */
export interface RightsResult {
  readonly worlds: number;
  readonly different?: RightsDifference | undefined;
}

/** Compares the E-Akte's row level security with the oracle on random worlds, the same for one seed. `admin`: a superuser's connection to a migrated database. */
export async function recordsRightsOracle({
  worlds,
  seed = 11,
  admin,
}: {
  worlds: number;
  seed?: number;
  admin: pg.ClientConfig;
}): Promise<RightsResult> {
  const client = new pg.Client({ ...timeouts, ...admin });
  await client.connect();
  try {
    return await compareRights(client, fc.sample(anyRightsWorld, { numRuns: worlds, seed }));
  } finally {
    await client.end();
  }
}

/** Compares on the given worlds until one differs. */
export async function compareRights(client: pg.Client, worlds: readonly RightsWorld[]): Promise<RightsResult> {
  for (const [index, world] of worlds.entries()) {
    const persons = [index % sizes.persons, (index + 1) % sizes.persons];
    const answers = await askSql(client, world, persons);
    for (const [place, sql] of answers.entries()) {
      const person = persons[place]!;
      const oracle = askOracle(world, person);
      if (!agree(oracle, sql)) return { worlds: index + 1, different: { world, person, oracle, sql } };
    }
    if (index % 50 === 49) await client.query('vacuum'); // every world rolled back leaves its dead rows behind
  }
  return { worlds: worlds.length };
}

function agree({ readable, writable, acting, signing }: RightsAnswer, sql: SqlAnswer): boolean {
  const same = (one: unknown, ...others: unknown[]) => others.every((other) => JSON.stringify(one) === JSON.stringify(other));
  return (
    same(readable, sql.readable, sql.seenBelow, sql.mayRead) &&
    same(writable, sql.writable, sql.mayWrite, sql.changed, sql.changedBelow) &&
    same(acting, sql.acting) &&
    same(signing, sql.signing)
  );
}
