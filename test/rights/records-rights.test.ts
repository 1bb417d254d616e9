// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../database.ts';
import { huntMutant, looseEnds, planted, rightsMutants } from './mutants.ts';
import { recordsRightsOracle } from './records-rights.ts';

describe('who may see and change which file: the database and an independent oracle', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());

  test('agree on 200 random worlds, in every way in which one can ask', async () => {
    const { worlds, different } = await recordsRightsOracle({ worlds: 200, admin: database.admin });
    assert.equal(different, undefined, JSON.stringify(different, undefined, 1));
    assert.equal(worlds, 200);
  });

  const hunted = [...rightsMutants.map((mutant) => ({ name: mutant.name, ...planted(mutant) })), ...looseEnds];
  for (const { name, ...mutant } of hunted)
    test(`notice when ${name}`, async () => {
      const found = await huntMutant({ ...mutant, worlds: 400, admin: database.admin });
      assert.ok(found, 'the mutant survived');
    });

  test('agree again once all mutants are gone', async () => {
    const { different } = await recordsRightsOracle({ worlds: 20, seed: 5, admin: database.admin });
    assert.equal(different, undefined);
  });
});
