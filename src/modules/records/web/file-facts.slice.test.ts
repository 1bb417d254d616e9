// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { type Visitor, visitorOf } from '../../../../test/visitor.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { beginSession } from '../../../kernel/session.ts';

describe('what a clerk notes on the page of a file', () => {
  let world: World;
  let clerk: Visitor;
  let file: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    clerk = await signedIn(persons.clerk);
    file = await made('/files/new/open', {
      planUnit: planUnits.inns,
      leadUnit: units.trade,
      subject: 'Uferstraße 4',
      protection: '0',
    });
  });
  after(() => world.close());

  const signedIn = async (person: string) => {
    const visitor = visitorOf(world);
    const now = world.clock.now();
    const token = await world.runtime.database.transaction({ person: null, system: 'people.sign-in' }, now, (tx) =>
      beginSession(tx, person, now),
    );
    visitor.cookies.set('fachwerk', token);
    return visitor;
  };
  const made = async (path: string, fields: Record<string, string>) =>
    (await clerk.post(path, fields)).headers.get('location') ?? assert.fail(path);
  const page = async (path: string, as = clerk) => {
    const answer = await as.get(path);
    return answer.status === 200 ? answer.text() : String(answer.status);
  };

  test('a former reference is noted once, shown, and found by the search', async () => {
    assert.equal(await made(`${file}/add-alias`, { reference: 'GewA 17/1998' }), `${file}#aliases`);
    assert.equal((await clerk.post(`${file}/add-alias`, { reference: 'gewa 17/1998' })).status, 409);
    assert.match(await page(file), /Frühere Zeichen[\s\S]*GewA 17\/1998/);
    assert.match(await page('/search?q=GewA+17%2F1998'), /Uferstraße 4/);
    const stranger = await signedIn(persons.treasurer);
    assert.equal((await stranger.post(`${file}/add-alias`, { reference: 'X 1' })).status, 404);
    const at = await made(`${file}/new-case/open`, { subject: 'Erlaubnis' });
    assert.equal(await made(`${at}/add-alias`, { reference: 'alt 3' }), `${at}#aliases`);
    assert.match(await page(at), /alt 3/);
  });

  test('a function or anybody of the house can be named; the page says by name who it is', async () => {
    const form = await page(`${file}/access`);
    assert.match(form, /<optgroup label="Funktionen">[\s\S]*20 Sachbearbeitung \(treasurer, Test\)/);
    const stranger = await signedIn(persons.treasurer);
    assert.equal(await page(`${file}/access`, stranger), '404');
    assert.equal(await made(`${file}/access/name`, { who: `function:${functionOf(2)}` }), `${file}#access`);
    assert.match(await page(file), /20 Sachbearbeitung \(treasurer, Test\)/);
    assert.match(await page(file, stranger), /Uferstraße 4/, 'who holds the function sees the file');
    const unknown = await clerk.post(`${file}/access/name`, { who: `function:${planUnits.inns}` });
    assert.equal(unknown.status, 422, 'a function that nobody holds');
  });

  test('a contact is changed, and a case gets a responsible function of its unit', async () => {
    const at = await made(`${file}/new-case/open`, { subject: 'Anzeige' });
    await made(`${at}/add-contact`, { name: 'Ayşe Öztürk', role: 'Antragstellerin', phone: '0123 4' });
    const contact = /name="contact" value="([0-9a-f-]{36})"/.exec(await page(at))?.[1] ?? assert.fail('no contact');
    const words = { contact, name: 'Ayşe Öztürk-Klein', role: 'Antragstellerin', phone: '0123 4' };
    assert.equal(await made(`${at}/change-contact`, words), `${at}#contacts`);
    assert.match(await page(at), /Ayşe Öztürk-Klein<\/span>[\s\S]*0123 4/);
    const wrong = await clerk.post(`${at}/change-contact`, { ...words, name: '' });
    assert.equal(wrong.status, 422);
    assert.equal((await page(at)).includes('20 Sachbearbeitung'), false, 'no function of another unit is offered');
    assert.equal(await made(`${at}/assign`, { responsible: functionOf(0) }), at);
    assert.match(await page(at), /Zuständig<[\s\S]*32\.1 Sachbearbeitung \(clerk, Test\)/);
  });

  test('the history says why', async () => {
    await made(`${file}/name`, { who: `person:${persons.clerk}`, writes: 'true' });
    await made(`${file}/protect`, { level: '1', reason: 'betrifft Gesundheitsdaten' });
    assert.match(await page(file), /Grund: betrifft Gesundheitsdaten/);
  });

  test('an upload says at once where the same content stands already', async () => {
    const at = await made(`${file}/new-case/open`, { subject: 'Sperrzeit' });
    const upload = async (name: string) => {
      const begun = (await (await clerk.json(`${at}/uploads`, { name, size: 5 })).json()) as { id: string };
      const cookie = `fachwerk=${clerk.cookies.get('fachwerk')}`;
      const headers = {
        cookie,
        'upload-offset': '0',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/offset+octet-stream',
      };
      const answer = await world.app.request(`${at}/uploads/${begun.id}`, { method: 'PATCH', headers, body: 'Antra' });
      return (await answer.json()) as { done?: boolean; note?: string };
    };
    const first = await upload('Antrag.txt');
    assert.deepEqual([first.done, first.note], [true, undefined]);
    assert.match((await upload('Kopie.txt')).note ?? '', /gleiche Inhalt steht auch in 32\.11.*: Antrag/);
  });
});
