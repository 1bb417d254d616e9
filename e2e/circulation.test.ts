// SPDX-License-Identifier: EUPL-1.2
// An answer goes round four seats in two offices: one is absent, one sends it back, the way is changed once; it is signed off on a phone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { newId } from '../src/kernel/id.ts';
import { functionOf, persons, planUnits, units } from '../test/town.ts';
import { type Journey, openJourney, until } from './journey.ts';
import { send } from './states.ts';

const opened = await openJourney();
const needs = { skip: opened ? false : 'kein Chromium auf diesem Rechner' };
const phone = { viewport: { width: 375, height: 812 } };

describe('an order on its way', needs, () => {
  const journey = opened as Journey;
  let clerk: Page;
  let at = '';
  let order = '';

  before(async () => {
    if (!opened) return;
    clerk = await journey.signIn('clerk');
    const { url } = journey.running;
    const file = await send(clerk, `${url}/files/new/open`, {
      planUnit: planUnits.inns,
      leadUnit: units.trade,
      subject: 'Uferstraße 4',
      protection: '0',
    });
    at = await send(clerk, `${url}${file}/new-case/open`, { subject: 'Gaststättenerlaubnis „Zum Anker“' });
    await send(clerk, `${url}${at}/documents`, {
      direction: 'out',
      files: { name: 'Bescheid.txt', text: 'Die Erlaubnis wird erteilt.' },
    });
    await send(clerk, `${url}${at}/add-contact`, { name: 'Ayşe Öztürk', role: 'Antragstellerin', address: 'Uferstraße 4' });
  });
  after(() => opened?.close());

  const words = async (page: Page) => (await page.locator('main').textContent()) ?? '';
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await page.waitForLoadState();
  };
  const open = async (page: Page) => {
    await page.goto(journey.running.url);
    await page.locator('#to-do a.row-link').first().click();
    await page.waitForURL(/\/orders\//);
  };

  test('is typed as on paper: seats appear, a wrong word is pointed at and put right by one touch', async () => {
    await clerk.goto(journey.running.url + at);
    await clerk.getByRole('link', { name: 'Verfügen' }).first().click();
    await clerk.waitForURL(/\/order$/);
    await clerk.getByLabel('Dokument, das umläuft').selectOption({ index: 1 });
    const text = clerk.getByLabel('Verfügung', { exact: true });
    await text.focus();
    await clerk.waitForResponse(/\/order\/directory$/);
    await text.fill(
      '1. 32.2, 20 z.Mz. bis 4.12.\n2. AL Schlusszeichnung\n3. ab: Bescheid an die Antragstellerin\n4. Kaemerei z.K.',
    );
    await clerk.getByText('„Kaemerei“ ist keine Stelle').waitFor();
    await clerk.getByRole('button', { name: '20 einsetzen' }).click();
    await clerk.getByText('Daraus werden 5 Plätze').waitFor();
    assert.doesNotMatch(await words(clerk), /keine Stelle und kein Name/);
    await press(clerk, 'Verfügen');
    await clerk.waitForURL(/\/orders\//);
    order = new URL(clerk.url()).pathname;
    assert.match(await words(clerk), /Hier zeichnet jemand anderes/);
  });

  test('one sends it back with a reason; the draft is mended and goes round again', async () => {
    const neighbour = await journey.signIn('neighbour');
    await open(neighbour);
    assert.match(await words(neighbour), /Bitte mitzeichnen/);
    await neighbour.getByText('Zurückgeben', { exact: true }).first().click();
    await neighbour.getByLabel('Was noch fehlt oder zu ändern ist').fill('Die Stellplätze fehlen.');
    await press(neighbour, 'Zurückgeben');
    assert.match(await words(neighbour), /zurückgegeben/);
    await clerk.goto(journey.running.url);
    assert.match((await clerk.locator('#to-do').textContent()) ?? '', /Überarbeiten[\s\S]*Die Stellplätze fehlen/);
    const [document] = await journey.sql<{ id: string }>('select id from records.documents');
    await send(clerk, `${journey.running.url}/documents/${document?.id}/versions`, {
      versionRead: '1',
      note: 'Stellplätze ergänzt',
      files: { name: 'Bescheid.txt', text: 'Die Erlaubnis wird erteilt. Acht Stellplätze.' },
    });
    await clerk.goto(journey.running.url + order);
    await press(clerk, 'Wieder in Umlauf geben');
    await neighbour.goto(journey.running.url + order);
    await press(neighbour, 'Mitzeichnen');
    assert.match(await words(neighbour), /mitgezeichnet/);
  });

  test('one is absent: the deputy signs on purpose, and the order says for whom', async () => {
    const substitution = newId();
    await journey.sql(
      "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2026-11-01', '2026-12-24')",
      [substitution, persons.treasurer, persons.registrar],
    );
    await journey.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
      substitution,
      functionOf(2),
    ]);
    const deputy = await journey.signIn('registrar');
    await open(deputy);
    assert.match(await words(deputy), /Sie können Test treasurer vertreten|vertreten/);
    await deputy.locator('#representing button').click();
    await deputy.waitForLoadState();
    await press(deputy, 'Mitzeichnen');
    assert.match(await words(deputy), /i\. V\. für Test treasurer/);
  });

  test('the way is changed while it runs; what was signed stays', async () => {
    await clerk.goto(journey.running.url + order);
    await clerk.getByText('Laufweg ändern', { exact: true }).first().click();
    await clerk.getByLabel('Was noch geschehen soll').fill('AL Schlusszeichnung bis 10.12.\n32.1 z.B.: Bescheid absenden\nzdA');
    await press(clerk, 'Laufweg ändern');
    assert.match(await words(clerk), /bis 10\.12\.2026/);
    assert.match(await words(clerk), /mitgezeichnet/);
  });

  test('the head signs on a phone: paper, way and button on one screen, nothing to scroll sideways', async () => {
    const head = await journey.signIn('head', phone);
    await open(head);
    assert.ok(((await head.evaluate('document.documentElement.scrollWidth')) as number) <= 375);
    await until('the words of the paper are read', async () => {
      await head.goto(journey.running.url + order);
      return /Acht Stellplätze/.test(await words(head));
    });
    await press(head, 'Schlusszeichnen');
    assert.match(await words(head), /schlussgezeichnet/);
    const [document] = await journey.sql<{ state: string }>('select state from records.documents');
    assert.equal(document?.state, 'signed');
  });

  test('the rest is done, the case is filed by the order, the sheet shows it all', async () => {
    await clerk.goto(journey.running.url + order);
    await press(clerk, 'Bearbeitet');
    await press(clerk, 'Erledigt');
    assert.match(await words(clerk), /erledigt/);
    const [it] = await journey.sql<{ state: string }>('select state from records.cases');
    assert.equal(it?.state, 'filed');
    await clerk.goto(`${journey.running.url}${order}/sheet`);
    for (const sign of [/z\.Mz\./, /i\. V\. für Test treasurer/, /Schlussz\./, /z\.d\.A\./])
      assert.match(await words(clerk), sign);
    assert.deepEqual(journey.faults, []);
  });
});
