// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../kernel/id.ts';

const second = '0190a000-0000-7000-8000-000000001204';

describe('what guards a file', () => {
  let world: World;
  const cookies: Record<string, string> = {};
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    await world.sql(
      "insert into people.person (id, given_name, family_name, email, active_from) values ($1, 'Test', 'second', 'second@waldbrueck.example', '2020-01-01')",
      [second],
    );
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, 'registry', '2020-01-01')",
      [newId(), second, units.town],
    );
    for (const [name, id] of Object.entries({ ...persons, second })) cookies[name] = await cookieOf(world, id);
  });
  after(() => world.close());

  const get = async (path: string, as = 'clerk') => {
    const answer = await world.app.request(path, { headers: { cookie: cookies[as]! } });
    return answer.status === 200 ? answer.text() : String(answer.status);
  };
  const send = async (path: string, fields: Record<string, string | string[]>, as = 'clerk') => {
    const body = new URLSearchParams({ _key: newId() });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const answer = await world.app.request(path, {
      method: 'POST',
      headers: { cookie: cookies[as]!, 'sec-fetch-site': 'same-origin' },
      body,
    });
    return answer.headers.get('location') ?? `${answer.status} ${await answer.text()}`;
  };
  const openFile = (protection = '0', as = 'clerk') =>
    send('/files/new/open', { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Beschwerde im Haus', protection }, as);
  const sealed = async () => {
    const at = await openFile();
    await send(`${at}/name`, { who: `person:${persons.clerk}`, writes: 'true' });
    await send(`${at}/protect`, { level: '2', reason: 'betrifft Beschäftigte' });
    return at;
  };
  const requestIn = (page: string) => /name="request" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? assert.fail('no request');

  test('a sealed file says that nobody opens it alone, and is opened by a second person who has not seen it', async () => {
    const at = await sealed();
    assert.match(await get(at), /öffnet niemand allein/);
    assert.equal(await send(`${at}/unseal`, { toLevel: '0', reason: 'Verfahren beendet' }), `${at}#access`);
    assert.match(await get(at), /wartet auf eine zweite Person.*Verfahren beendet/s);
    assert.equal(await get('/unsealings'), '403', 'a clerk decides nothing');
    assert.equal(await get(at, 'second'), '404', 'the registry does not see the file');
    const page = await get('/unsealings', 'second');
    assert.match(page, /Verfahren beendet/);
    assert.doesNotMatch(page, /Beschwerde im Haus/, 'nothing of the file but its reference');
    const decision = { request: requestIn(page), reason: 'geprüft' };
    assert.equal(await send('/unsealings/release', decision, 'second'), '/unsealings?done=released');
    assert.match(await get('/unsealings', 'second'), /Kein Antrag wartet/);
    assert.match(await get(at, 'second'), /Beschwerde im Haus/);
  });

  test('a request is declined by the registry or taken back by whoever made it', async () => {
    const at = await sealed();
    await send(`${at}/unseal`, { toLevel: '1', reason: 'zum Lesen' });
    const request = requestIn(await get('/unsealings', 'registrar'));
    assert.match(await send('/unsealings/decline', { request, reason: 'x' }, 'registrar'), /^422/);
    assert.equal(await send('/unsealings/decline', { request, reason: 'nicht nötig' }, 'registrar'), '/unsealings?done=declined');
    await send(`${at}/unseal`, { toLevel: '1', reason: 'zum Lesen' });
    assert.equal(await send(`${at}/take-back`, { request: requestIn(await get(at)), reason: 'erledigt' }), `${at}#access`);
    assert.match(await get(at), /Entsiegelung beantragen/);
  });

  test('a file is handed over with a reason; who may not act here reads why instead of the form', async () => {
    const at = await openFile();
    assert.match(await send(`${at}/hand-over`, { leadUnit: units.trade, reason: 'gleiche Stelle' }), /^409/);
    assert.equal(await send(`${at}/hand-over`, { leadUnit: units.treasury, reason: 'neue Zuständigkeit' }), '/files');
    assert.equal(await get(at), '404');
    assert.match(await get(at, 'treasurer'), /20 Kämmerei/);
  });

  test('a file is classified, and never lower than what lies in it', async () => {
    const at = await openFile();
    assert.match(await get(at), /Jetzt: offen/);
    assert.equal(await send(`${at}/classify`, { classification: 'nfd', reason: 'interne Angaben' }), at);
    assert.match(await get(at), /Jetzt: VS – Nur für den Dienstgebrauch/);
    const inside = await send(`${at}/new-case/open`, { subject: 'Prüfung der Beschwerde' });
    const form = new FormData();
    form.set('_key', newId());
    form.append('files', new Blob(['Vermerk']), 'Vermerk.txt');
    const headers = { cookie: cookies['clerk']!, 'sec-fetch-site': 'same-origin' };
    await world.app.request(`${inside}/documents`, { method: 'POST', headers, body: form });
    const document = /href="(\/documents\/[0-9a-f-]{36})"/.exec(await get(inside))?.[1] ?? assert.fail('no document');
    assert.equal(await send(`${document}/classify`, { classification: 'confidential', reason: 'Namen Dritter' }), document);
    assert.match(await get(at), /Jetzt: VS – Vertraulich/, 'the file follows');
    assert.match(await send(`${at}/classify`, { classification: 'open', reason: 'vorbei' }), /Stufen Sie zuerst diese herab/);
  });

  test('erasing shows first what goes and what stays provable', async () => {
    const at = await openFile('0', 'registrar');
    const shown = await get(`${at}/erase?entries=1`, 'registrar');
    assert.match(shown, /Bleibt und bleibt beweisbar/);
    assert.match(shown, /im Eintrag Nummer 1\./);
    assert.equal(await get(`${at}/erase`), '403');
    assert.match(await get(`${at}/erase?entries=99`, 'registrar'), /Einen Eintrag 99 gibt es/);
    const fields = { entries: ['1'], basis: 'purpose-ended', reason: 'Aufbewahrung der Angaben beendet' };
    assert.equal(await send(`${at}/erase/go`, fields, 'registrar'), `${at}#history`);
    assert.match(await get(`${at}/erase?entries=1`, 'registrar'), /ist schon gelöscht/);
  });

  test('a search is kept on one’s own desk, renamed, removed, and seen by nobody else', async () => {
    const [name, query] = ['Beschwerden', 'Beschwerde seit:2026'];
    assert.equal(await send('/search/save', { name, query }), '/search#saved');
    assert.match(await send('/search/save', { name: 'beschwerden', query: 'x' }), /Namen haben Sie schon/);
    assert.match(await get('/'), /Beschwerde%20seit%3A2026/);
    for (const page of ['/', '/search']) assert.doesNotMatch(await get(page, 'head'), /Beschwerden/);
    const search = /name="search" value="([0-9a-f-]{36})"/.exec(await get('/search'))?.[1] ?? assert.fail('not there');
    assert.match(await send('/search/rename', { search, name: 'Fremd' }, 'head'), /^404/);
    assert.match(await send('/search/remove', { search }, 'head'), /^404/);
    assert.equal(await send('/search/rename', { search, name: 'Beschwerden 2026' }), '/search#saved');
    assert.match(await get('/'), /Beschwerden 2026/);
    assert.equal(await send('/search/remove', { search }), '/search#saved');
    assert.doesNotMatch(await get('/'), /Beschwerden 2026/);
  });

  test('the same content elsewhere is named to whoever may see it, and to nobody else', async () => {
    const upload = async (as: string, leadUnit: string) => {
      const fields = { planUnit: planUnits.inns, leadUnit, subject: `Akte von ${as}`, protection: '0' };
      const inside = await send(`${await send('/files/new/open', fields, as)}/new-case/open`, { subject: 'Vorgang' }, as);
      const form = new FormData();
      form.set('_key', newId());
      form.append('files', new Blob(['Derselbe Brief an zwei Ämter']), 'Brief.txt');
      const headers = { cookie: cookies[as]!, 'sec-fetch-site': 'same-origin' };
      await world.app.request(`${inside}/documents`, { method: 'POST', headers, body: form });
      return /href="(\/documents\/[0-9a-f-]{36})"/.exec(await get(inside, as))?.[1] ?? assert.fail('no document');
    };
    const own = await upload('clerk', units.trade);
    const foreign = await upload('treasurer', units.treasury);
    for (const page of [await get(own), await get(foreign, 'treasurer')]) assert.doesNotMatch(page, /Gleiches anderswo/);
    const again = await upload('clerk', units.trade);
    const page = await get(again);
    assert.match(page, /Gleiches anderswo/);
    assert.ok(page.includes(own) && !page.includes(foreign));
  });
});
