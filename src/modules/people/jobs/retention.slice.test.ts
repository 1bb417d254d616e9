// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { act } from '../../../../test/act.ts';
import { functionOf, persons, settleTown, units } from '../../../../test/town.ts';
import { callerOf, openWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../kernel/id.ts';
import { applyRetention } from '../commands/apply-retention.ts';
import { issueChallenge } from '../store/challenges.ts';
import { asSignIn } from '../store/accounts.ts';
import { hashPassword, savePassword } from '../store/password.ts';
import { applyRetentionNightly } from './apply-retention.ts';
import { sweepSignInState } from './sweep-sign-in.ts';

describe('what has served its time', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
  });
  after(() => world.close());
  const run = (job: typeof sweepSignInState) =>
    job.run({ runtime: world.runtime, payload: {}, key: newId(), signal: new AbortController().signal });
  const count = async (table: string) => (await world.sql(`select from people.${table}`)).length;

  test('is removed by the clock: substitutions, functions and credentials, and only those that are over', async () => {
    const { database, clock } = world.runtime;
    await database.transaction({ person: persons.clerk }, clock.now(), async (tx) =>
      savePassword(tx, persons.clerk, await hashPassword('buche ahorn linde eiche')),
    );
    const [kept, old] = [newId(), newId()];
    for (const [id, to] of [
      [kept, '2025-12-01'],
      [old, '2025-11-01'],
    ])
      await world.sql(
        "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2025-01-01', $4)",
        [id, persons.clerk, persons.head, to],
      );
    await world.sql('insert into people.substitution_function select id, $1 from people.substitution', [functionOf(0)]);
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from, valid_to) values ($1, $2, $3, 'clerk', '2019-01-01', '2020-01-01')",
      [newId(), persons.clerk, units.order],
    );
    const before = await count('function_held');
    await run(applyRetentionNightly);
    assert.deepEqual(await world.sql('select id from people.substitution'), [{ id: kept }]);
    assert.equal(await count('function_held'), before - 1);
    assert.equal(await count('password'), 1);
    await world.sql(
      "insert into people.provider_identity (id, issuer, subject, person, since) values ($1, 'https://id.example', 'x', $2, '2026-01-01')",
      [newId(), persons.clerk],
    );
    await world.sql("update people.person set active_to = '2026-11-24' where id = $1", [persons.clerk]);
    await run(applyRetentionNightly);
    assert.equal(await count('password'), 0);
    assert.equal(await count('provider_identity'), 0);
  });

  test('is nothing a person can remove', async () =>
    assert.equal(await act(world, applyRetention, {}, callerOf(persons.head)), 'kernel.not-permitted'));

  test('tickets, counters and codes of signing in are gone after their minutes', async () => {
    const at = world.clock.now();
    await world.runtime.database.transaction(asSignIn, at, (tx) => issueChallenge(tx, 'code', { content: {}, at }));
    await run(sweepSignInState);
    assert.equal(await count('challenge'), 1);
    world.clock.advance(5 * 60_000);
    await run(sweepSignInState);
    assert.equal(await count('challenge'), 0);
  });
});
