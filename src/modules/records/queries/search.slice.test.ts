// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { callerAs, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { openCase } from '../commands/open-case.ts';
import { openFile } from '../commands/open-file.ts';
import { receiveWhole, type UploadProgress } from '../commands/receive-upload.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { readSearch } from '../rules/search-words.ts';
import { search } from './search.ts';

const pages: [title: string, ...pages: string[]][] = [
  ['Bescheid', 'Mit diesem Abfallgebührenbescheid werden 120 Euro festgesetzt.', 'Rechtsbehelfsbelehrung'],
  [
    'Stellungnahme',
    'Die Lärmbelästigung durch die Außengastronomie ist gering.',
    'Auf Seite zwei stehen die Stellplätze im Hof.',
  ],
  ['Vermerk', 'Frau Yıldırım rief wegen der Uferstraße an.'],
];

describe('the search', () => {
  let world: World;
  const clerk = callerAs(persons.clerk);

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    const { runtime } = world;
    const idOf = (done: unknown) => (done as Done).events[0]!.object.split(':')[1]!;
    const file = idOf(
      await execute(
        runtime,
        openFile,
        { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Gaststätte Zum Anker' },
        clerk,
        { key: newId() },
      ),
    );
    const caseId = idOf(
      await execute(runtime, openCase, { file, subject: 'Erlaubnis nach Gaststättengesetz' }, clerk, { key: newId() }),
    );
    for (const [title, ...texts] of pages) {
      const source = new Blob([texts.join('\n')]).stream();
      const { document } = (await receiveWhole(
        { runtime, caller: clerk },
        { case: caseId, name: `${title}.txt`, key: newId(), source },
      )) as UploadProgress;
      for (const [index, text] of texts.entries()) {
        await world.sql(
          'insert into records.pages (version_id, file_id, no, text) select id, file_id, $2, $3 from records.versions where document_id = $1',
          [document, index + 1, text],
        );
      }
      await world.sql('select records.index_document($1)', [document]);
    }
  });
  after(() => world.close());

  const find = (typed: string, person: string = persons.clerk) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) =>
      (await search(tx, readSearch(typed))).map(({ title, page }) => (page === null ? title : `${title} S. ${page}`)),
    );

  for (const [typed, expected] of [
    ['Gebühr', ['Bescheid S. 1']],
    ['gebühren', ['Bescheid S. 1']],
    ['Abfallgebührenbescheid', ['Bescheid S. 1']],
    ['Stellplatz', ['Stellungnahme S. 2']],
    ['Stellplätze Hof', ['Stellungnahme S. 2']],
    ['Lärmbelästigng', ['Stellungnahme S. 1']],
    ['Yıldırım', ['Vermerk S. 1']],
    ['32.11-0001', ['Gaststätte Zum Anker', 'Erlaubnis nach Gaststättengesetz']],
    ['anker art:akte', ['Gaststätte Zum Anker']],
    ['anker seit:2027', []],
    ['euro -abfallgebührenbescheid', []],
    ['euro amt:32', ['Bescheid S. 1']],
    ['euro amt:20', []],
    ['euro plan:32', ['Bescheid S. 1']],
    ['euro plan:20', []],
    ['der die das', []],
  ] as const) {
    test(`„${typed}“ finds ${expected.join(', ') || 'nothing'}`, async () =>
      assert.deepEqual((await find(typed)).toSorted(), expected.toSorted()));
  }

  test('finds nothing for those who may not see the file, and marks the hit in the snippet', async () => {
    assert.deepEqual(await find('Gebühr', persons.treasurer), []);
    assert.deepEqual(await find('Gebühr', persons.administrator), []);
    const [hit] = await world.runtime.database.read({ person: persons.head }, world.clock.now(), (tx) =>
      search(tx, readSearch('Gebühr')),
    );
    assert.match(hit?.snippet ?? '', /\u0002Abfallgebührenbescheid\u0003/);
  });

  test('leaves no way round the function', async () => {
    await assert.rejects(
      world.runtime.database.read({ person: persons.clerk }, world.clock.now(), (tx) =>
        tx.query('select * from records.search_rows'),
      ),
      { code: '42501' },
    );
  });
});
