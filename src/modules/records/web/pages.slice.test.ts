// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../kernel/id.ts';

describe('the pages of the E-Akte', () => {
  let world: World;
  let cookie: string;
  let stranger: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    cookie = await cookieOf(world, persons.clerk);
    stranger = await cookieOf(world, persons.treasurer);
  });
  after(() => world.close());

  const get = (path: string, as = cookie) => world.app.request(path, { headers: { cookie: as } });
  const post = (path: string, fields: Record<string, string>, as = cookie) =>
    world.app.request(path, {
      method: 'POST',
      headers: { cookie: as, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ _key: newId(), ...fields }),
    });
  const locationOf = (response: Response) =>
    response.headers.get('location') ?? assert.fail(`no location, status ${response.status}`);

  test('open a file, a case and a document by plain forms, and show them to nobody else', async () => {
    assert.equal((await get('/')).status, 200);
    const file = locationOf(
      await post('/files/new/open', {
        planUnit: planUnits.inns,
        leadUnit: units.trade,
        subject: 'Uferstraße 4',
        protection: '0',
      }),
    );
    const caseAt = locationOf(await post(`${file}/new-case/open`, { subject: 'Gaststättenerlaubnis „Zum Anker“' }));
    const form = new FormData();
    form.set('_key', newId());
    form.append('files', new Blob(['Guten Tag,\n\nanbei der Stellplatznachweis.']), 'Anschreiben.txt');
    form.append('files', new Blob(['Zweite Datei']), 'Zweite.txt');
    const uploaded = await world.app.request(`${caseAt}/documents`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      body: form,
    });
    assert.equal(locationOf(uploaded), caseAt);
    const page = await (await get(caseAt)).text();
    assert.match(page, /32\.11-0001#1/);
    assert.match(page, /Anschreiben/);
    const document = /href="(\/documents\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? assert.fail('no document linked');
    for (const path of [file, caseAt, document, '/files?plan=32', `${file}/new-case`])
      assert.equal((await get(path)).status, 200, path);
    const content = await get(`${document}/content`);
    assert.match(await content.text(), /Stellplatznachweis/);
    assert.match(content.headers.get('content-security-policy') ?? '', /sandbox/);
    for (const path of [file, caseAt, document, `${document}/content`])
      assert.equal((await get(path, stranger)).status, 404, path);
    assert.doesNotMatch(await (await get('/files', stranger)).text(), /Uferstra/);
  });

  test('keep what was typed when a form is refused, and say why', async () => {
    const response = await post('/files/new/open', {
      planUnit: planUnits.inns,
      leadUnit: units.trade,
      subject: 'x',
      protection: '0',
    });
    assert.equal(response.status, 422);
    const page = await response.text();
    assert.match(page, /zu kurz/);
    assert.match(page, /value="x"/);
  });

  test('answer the same form as an API with JSON', async () => {
    const response = await world.app.request('/files/new/open', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': newId(), 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ planUnit: planUnits.trade, leadUnit: units.trade, subject: 'Gewerbeanmeldung Kiosk' }),
    });
    assert.equal(response.status, 200);
    assert.match(((await response.json()) as { location: string }).location, /^\/files\//);
  });

  test('refuse foreign sites, unknown fields and what is no id', async () => {
    const foreign = await world.app.request('/files/new/open', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: '',
    });
    assert.equal(foreign.status, 403);
    assert.equal(
      (await post('/files/new/open', { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße', state: 'closed' }))
        .status,
      400,
    );
    assert.equal((await get("/files/1'%20or%20true")).status, 404);
  });
});
