// SPDX-License-Identifier: EUPL-1.2
// The way of invoices as people walk it: good, faulty, twice, with a hurry; certified by one, ordered by another, handed over by a third.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type InvoiceWish, invoiceXml } from '../test/invoice.ts';
import { planUnits, units } from '../test/town.ts';
import { invoiceAsZugferd } from '../tools/demo/papers/invoice-zugferd.ts';
import { type Journey, openContext, openJourney } from './journey.ts';
import { send } from './states.ts';

const opened = await openJourney();
const needs = { skip: opened ? false : 'kein Chromium auf diesem Rechner' };
const treasurer = '0190a000-0000-7000-8000-000000001007';

describe('invoices', needs, () => {
  const journey = opened as Journey;
  let clerk: Page;
  let head: Page;
  let file = '';

  before(async () => {
    if (!opened) return;
    await journey.sql(
      "insert into people.person (id, given_name, family_name, email, active_from) values ($1, 'Test', 'cashier', 'cashier@waldbrueck.example', '2020-01-01')",
      [treasurer],
    );
    await journey.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ('0190a000-0000-7000-8000-000000004999', $1, $2, 'clerk', '2020-01-01')",
      [treasurer, units.trade],
    );
    clerk = await journey.signIn('clerk');
    head = await journey.signIn('head');
    file = await send(clerk, `${journey.running.url}/files/new/open`, {
      planUnit: planUnits.inns,
      leadUnit: units.trade,
      subject: 'Rechnungen 2026',
      protection: '0',
    });
  });
  after(() => opened?.close());

  /** Takes an invoice in by the form, as a clerk does. */
  async function receive(wish: InvoiceWish & { readonly pdf?: Uint8Array }): Promise<string> {
    await clerk.goto(`${journey.running.url}/invoices/receive`);
    await clerk.getByLabel('Akte').selectOption(file.split('/')[2] ?? '');
    await clerk.getByLabel('Dateien').setInputFiles({
      name: wish.pdf ? 'rechnung.pdf' : 'rechnung.xml',
      mimeType: wish.pdf ? 'application/pdf' : 'application/xml',
      buffer: Buffer.from(wish.pdf ?? invoiceXml(wish)),
    });
    await clerk.getByRole('button', { name: 'Aufnehmen' }).click();
    await clerk.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
    return new URL(clerk.url()).pathname;
  }
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState();
  };
  const words = async (page: Page) => (await page.locator('main').textContent()) ?? '';
  const prepare = async () => {
    await press(clerk, 'Formal geprüft');
    await clerk.getByLabel('Stelle, die bestellt hat').selectOption(units.trade);
    await press(clerk, 'Zuordnen');
    await clerk.getByLabel('Kontierung', { exact: true }).fill('11.1.01.5431000; 119,00');
    await press(clerk, 'Kontierung speichern');
  };
  const certify = async () => {
    await prepare();
    await press(clerk, 'Sachlich richtig');
    await press(clerk, 'Rechnerisch richtig');
  };

  test('a good one is certified, ordered by another person, handed over by a third, booked, filed', async () => {
    const at = await receive({ number: 'R-100' });
    assert.match(await words(clerk), /Keine Beanstandung/);
    await certify();
    assert.match(await words(clerk), /wartet auf die Anordnung/);
    await head.goto(`${journey.running.url}${at}`);
    await press(head, 'Zahlung anordnen');
    await head.goto(`${journey.running.url}/invoices/hand-over`);
    await press(head, 'Übergeben');
    assert.match(await words(head), /macht deshalb eine andere Person/);
    const cashier = await journey.signIn('cashier');
    await cashier.goto(`${journey.running.url}/invoices/hand-over`);
    await press(cashier, 'Übergeben');
    assert.match(await words(cashier), /Übergabe 1/);
    await cashier.getByLabel('Zeilen des Finanzverfahrens').fill(`${at.split('/')[2]};B-4711;2026-11-24`);
    await press(cashier, 'Rückmeldung einlesen');
    assert.match(await words(cashier), /alle gebucht/);
    await clerk.goto(`${journey.running.url}${at}`);
    assert.match(await words(clerk), /Gebucht und bezahlt/);
    await clerk.getByRole('link', { name: 'Vorgang öffnen' }).click();
    await clerk.waitForURL(/\/cases\//);
    await send(clerk, `${clerk.url()}/close`, {});
    for (let tries = 0; tries < 50 && !/Abgelegt\./.test(await words(clerk)); tries += 1) {
      await clerk.waitForTimeout(100);
      await clerk.goto(`${journey.running.url}${at}`);
    }
    assert.match(await words(clerk), /Abgelegt\./);
  });

  test('a faulty one is refused by a person, and the letter names rule and remedy', async () => {
    await receive({ number: 'R-101', payable: '120.00' });
    assert.match(await words(clerk), /Fehler BR-CO-16/);
    await clerk.getByText('Zurückweisen', { exact: true }).first().click();
    await clerk.getByLabel('Grund für den Rechnungssteller').fill('Der Zahlbetrag stimmt nicht.');
    await press(clerk, 'Zurückweisen');
    await clerk.getByRole('link', { name: 'Schreiben an den Rechnungssteller' }).click();
    await clerk.waitForURL(/\/letter$/);
    assert.match(await words(clerk), /Regel BR-CO-16[\s\S]*Was zu tun ist/);
  });

  test('the same bytes are noticed, the same number and a new account are warned of', async () => {
    const first = await receive({ number: 'R-102' });
    assert.equal(await receive({ number: 'R-102' }), first);
    assert.match(await words(clerk), /Genau diese Datei war schon da/);
    await receive({ number: 'R-102', iban: 'DE12500105170648489890', note: '2. Mahnung' });
    const text = await words(clerk);
    for (const sign of [/nicht doppelt zahlen/, /Das Konto ist neu/, /nach einer Mahnung aus/]) assert.match(text, sign);
  });

  test('a PDF whose picture says another account than its data is told apart value by value', async () => {
    const charged = [{ name: 'Stuhl', count: 4, unit: 'H87', price: 12_500, rate: 19 }] as const;
    const supplier = {
      ...{ name: 'Tischlerei Eichhorst KG', street: 'Am Sägewerk 2', zip: '59872', town: 'Meschede', vatId: 'DE211345679' },
      ...{ iban: 'DE75512108001245126199', contact: 'Henrik Eichhorst', mail: 'rechnung@eichhorst.example' },
    };
    const days = { issuedOn: '2026-11-20', dueOn: '2026-12-20', deliveredOn: '2026-11-18' };
    const pdf = await invoiceAsZugferd({ number: 'Z-1', supplier, ...days, charged }, { iban: 'DE12500105170648489890' });
    const at = await receive({ pdf });
    for (let tries = 0; tries < 60 && /wird noch gelesen/.test(await words(clerk)); tries += 1) {
      await clerk.waitForTimeout(1_000);
      await clerk.goto(`${journey.running.url}${at}`);
    }
    const text = await words(clerk);
    assert.match(text, /\(BT-84\): DE75512108001245126199 steht nicht im Bild/);
    for (const term of ['BT-1', 'BT-2', 'BT-112', 'BT-115'])
      assert.match(text, new RegExp(`\\(${term}\\): .{1,30} steht so im Bild`));
  });

  test('beside its order every difference is shown; above the limit of the function nobody orders', async () => {
    const administrator = await journey.signIn('administrator');
    const takeIn = async (list: string, table: string) => {
      await administrator.goto(`${journey.running.url}/invoices/lists/${list}`);
      await administrator
        .getByLabel('Tabelle (CSV)')
        .setInputFiles({ name: 'l.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
      await press(administrator, 'Unterschiede zeigen');
      await press(administrator, 'Liste übernehmen');
      assert.match(await words(administrator), /Die Liste ist eingelesen/);
    };
    await takeIn(
      'commitments',
      'Art;Nummer;Lieferant;Kennung;Betrag;Stelle\nAuftrag;A-17;Tiefbau Meier KG;DE999999999;100,00;32.1',
    );
    const at = await receive({ number: 'R-105', order: 'A-17' });
    const text = await words(clerk);
    assert.match(text, /Anderer Lieferant: Die Rechnung kommt von Bürobedarf Sonnenschein GmbH/);
    assert.match(text, /Mehr als offen: verlangt sind 119,00/);
    await press(clerk, 'Formal geprüft');
    assert.match(await words(clerk), /Vorgeschlagen nach Auftrag A-17/);
    await press(clerk, 'Zuordnen');
    await clerk.getByLabel('Kontierung', { exact: true }).fill('11.1.01.5431000; 40 %\n11.1.02.5431000; Rest');
    await press(clerk, 'Kontierung speichern');
    await press(clerk, 'Sachlich richtig');
    await press(clerk, 'Rechnerisch richtig');
    await takeIn('limits', 'Stelle;Rolle;Betrag\n32;Leitung;100,00');
    await head.goto(`${journey.running.url}${at}`);
    assert.match(await words(head), /Ihre Funktion ordnet bis 100,00 an/);
    assert.equal(await head.getByRole('button', { name: 'Zahlung anordnen' }).count(), 0);
    await takeIn('limits', 'Stelle;Rolle;Betrag\n32;Leitung;1.000,00');
    await head.goto(`${journey.running.url}${at}`);
    await press(head, 'Zahlung anordnen');
    assert.match(await words(head), /wartet auf die nächste Übergabe/);
  });

  test('a template is tried before it is kept', async () => {
    const administrator = await journey.signIn('administrator');
    await administrator.goto(`${journey.running.url}/invoices/templates`);
    await administrator.getByLabel('Name').fill('Kasse');
    await administrator.getByLabel('Beschreibung').fill('form = fest\nfeld betrag; Betrag; 3');
    await press(administrator, 'Probieren');
    assert.match(await words(administrator), /ist länger als das Feld/);
    await administrator.getByLabel('Beschreibung').fill('form = fest\nfeld betrag; Betrag; 12; rechts; 0');
    await press(administrator, 'Vorlage speichern');
    assert.match(await words(administrator), /Kasse/);
  });

  test('the one whose discount ends first stands on top', async () => {
    await receive({ number: 'R-103', terms: '#SKONTO#TAGE=5#PROZENT=3.00#\n' });
    await clerk.goto(`${journey.running.url}/invoices`);
    const first = (await clerk.locator('[data-row]').first().textContent()) ?? '';
    assert.match(first, /R-103[\s\S]*Skonto bis 25\.11\.2026/);
  });

  test('who certified is told why another person orders', async () => {
    const at = await receive({ number: 'R-104' });
    await prepare();
    await head.goto(`${journey.running.url}${at}`);
    await press(head, 'Sachlich richtig');
    await clerk.goto(`${journey.running.url}${at}`);
    await press(clerk, 'Rechnerisch richtig');
    await head.goto(`${journey.running.url}${at}`);
    assert.match(await words(head), /ordnet deshalb eine andere Person an/);
    assert.equal(await head.getByRole('button', { name: 'Zahlung anordnen' }).count(), 0);
  });

  const mine = { name: 'meine.xml', mimeType: 'application/xml', buffer: Buffer.from(invoiceXml({ payable: '120.00' })) };
  const address = () => `${journey.running.url}/rechnung-pruefen`;

  test('a supplier’s browser checks an invoice by itself: nothing is sent', async () => {
    const supplier = await (await openContext(journey.browser)).newPage();
    supplier.on('pageerror', (error) => journey.faults.push(error.message));
    await supplier.goto(address());
    await supplier.getByText('die Datei verlässt Ihr Gerät nicht', { exact: false }).waitFor();
    await supplier.getByLabel('Rechnung', { exact: true }).setInputFiles(mine);
    const asked: string[] = [];
    supplier.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await supplier.getByRole('button', { name: 'Prüfen', exact: true }).click();
    await supplier.getByText('Fehler BR-CO-16').waitFor();
    assert.match(await words(supplier), /Ergebnis für meine\.xml[\s\S]*einen Fehler gefunden[\s\S]*BR-CO-16/);
    assert.deepEqual(asked, []);
    assert.deepEqual(journey.faults, []);
  });

  test('without JavaScript the server checks it, without an account, and nothing is kept', async () => {
    const supplier = await (await openContext(journey.browser, { javaScriptEnabled: false })).newPage();
    const count = async () => (await journey.sql<{ n: number }>('select count(*)::int as n from records.uploads'))[0]?.n;
    const before = await count();
    await supplier.goto(address());
    await supplier.getByLabel('Rechnung', { exact: true }).setInputFiles(mine);
    await press(supplier, 'Prüfen');
    assert.match(await words(supplier), /einen Fehler gefunden[\s\S]*BR-CO-16/);
    await supplier.getByRole('link', { name: 'Türkçe' }).click();
    await supplier.getByRole('heading', { name: 'Fatura kontrolü' }).waitFor();
    assert.equal(await count(), before);
  });
});
