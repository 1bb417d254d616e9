// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { killMutant, mutants } from './rights-mutants.ts';
import { rightsOracle } from './rights-oracle.ts';

describe('who may what: the database and an independent model', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());

  test('agree on 300 random worlds, and so does the explanation that people read', async () => {
    const { worlds, different } = await rightsOracle({ worlds: 300, admin: database.admin });
    assert.equal(different, undefined, JSON.stringify(different, undefined, 1));
    assert.equal(worlds, 300);
  });

  for (const mutant of mutants)
    test(`notice that ${mutant.name}`, async () =>
      assert.ok(await killMutant({ mutant, worlds: 600, admin: database.admin }), 'the mutant survived'));
});
