// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openWorld, type World } from '../../../test/world.ts';
import { type CatalogueTable, readCatalogue } from './catalogue.ts';
import { codeterminationManifest, missingComments, personTimePairs, processingRecord } from './manifest.ts';

const declared = (name: string) => readFileSync(new URL(`../../../docs/manifest/${name}.md`, import.meta.url), 'utf8');

describe('the database explains itself', () => {
  let world: World;
  let tables: CatalogueTable[];
  before(async () => {
    world = await openWorld();
    tables = await readCatalogue({ query: world.sql });
  });
  after(() => world.close());

  test('every table has a purpose and a term, every column a meaning', () => assert.deepEqual(missingComments(tables), []));

  test('the declared co-determination manifest is the true one; if not: npm run manifest -- --write, and ask the staff council', () => {
    assert.equal(codeterminationManifest(tables), declared('mitbestimmung'));
  });

  test('the declared record of processing is the true one', () =>
    assert.equal(processingRecord(tables), declared('verarbeitung')));

  test('a new table that stores a person with a time is found', async () => {
    await world.sql('create table records.presence (person uuid, seen_at timestamptz)');
    await world.sql("comment on column records.presence.person is 'Person [person=beschaeftigte]'");
    const found = personTimePairs(await readCatalogue({ query: world.sql })).map(({ table }) => table);
    assert.ok(found.includes('records.presence'));
    assert.ok(missingComments(await readCatalogue({ query: world.sql })).length > 0);
    await world.sql('drop table records.presence');
  });

  test('a column that names a person without saying so is found by its name', () => {
    const silent = tables.flatMap(({ name, columns }) =>
      columns
        .filter(
          (column) =>
            /^(person|actor|deputy|principal|requested_by|represented|made_by|user)$/.test(column.name) &&
            column.person === undefined,
        )
        .map((column) => `${name}.${column.name}`),
    );
    assert.deepEqual(silent, []);
  });
});
