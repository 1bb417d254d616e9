// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cookieOf, persons, settleTown } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { listNames } from '../rules/lists.ts';

describe('the pages of lists and templates', () => {
  let world: World;
  let cookie: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    cookie = await cookieOf(world, persons.administrator);
  });
  after(() => world.close());

  const ask = async (path: string, body?: FormData | URLSearchParams) => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await world.app.request(path, body ? { method: 'POST', headers, body } : { headers });
    return { status: answer.status, text: await answer.text() };
  };
  const preview = (list: string, table: string) => {
    const form = new FormData();
    form.set('file', new File([table], 'l.csv', { type: 'text/csv' }));
    return ask(`/invoices/lists/${list}/preview`, form);
  };

  for (const list of listNames) {
    test(`${list}: a page with the columns, an example and a place for the table`, async () => {
      const { status, text } = await ask(`/invoices/lists/${list}`);
      assert.equal(status, 200);
      assert.match(text, /Tabelle \(CSV\)/);
    });
  }
  test('a list that there is not is not found', async () => assert.equal((await ask('/invoices/lists/nonsense')).status, 404));

  test('a table is shown line by line and changes nothing yet', async () => {
    const { status, text } = await preview('limits', 'Stelle;Rolle;Betrag\n32;Leitung;10.000,00');
    assert.equal(status, 200);
    assert.match(text, /Liste übernehmen/);
    assert.match(text, /32 · Leitung · 10\.000,00/);
    assert.match((await ask('/invoices/lists/limits')).text, /Noch ist nichts eingelesen/);
  });
  test('a table that cannot be taken over says line and reason, and offers no button', async () => {
    const { text } = await preview('limits', 'Stelle;Rolle;Betrag\n99;Leitung;5');
    assert.match(text, /Eine Stelle „99“ gibt es nicht/);
    assert.doesNotMatch(text, /Liste übernehmen/);
  });
  test('a template is tried with made-up orders', async () => {
    const { text } = await ask(
      '/invoices/templates/try',
      new URLSearchParams({ name: 'K', definition: 'form = csv\nfeld nummer; Beleg' }),
    );
    assert.match(text, /Beleg\s+R-2026-0815/);
    assert.match(text, /erfundenen Anordnungen/);
  });
});
