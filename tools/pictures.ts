// SPDX-License-Identifier: EUPL-1.2
// The pictures of the README and the handbook: desk, file, document and search of the demo city, on a desk, on a phone, and in the dark.
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { localDateAt } from '@fachwerk/german-calendar';
import { readConfig } from '../src/kernel/config.ts';
import { beginSession } from '../src/kernel/session.ts';
import { launchBrowser } from '../test/browser.ts';
import { testDatabase } from '../test/database.ts';
import { foundDemoCity } from './demo/index.ts';
import { rosterOf, staffOf } from './demo/town/staff.ts';
import { type Running, startServing } from './serve.ts';

process.env['LANGUAGE'] = 'de'; // the browser's own words, such as those of a file field

const folder = path.join(import.meta.dirname, '../docs/pictures');
const largest = 150_000;

const looks: Record<string, BrowserContextOptions> = {
  '1280': { viewport: { width: 1280, height: 860 } },
  '375': { viewport: { width: 375, height: 812 } },
  dark: { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' },
};

/** A picture with few colours is small and still sharp; more than the limit is refused, so that the repository stays light. */
async function keep(page: Page, name: string): Promise<void> {
  const png = await sharp(await page.screenshot())
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer();
  if (png.length > largest) throw new Error(`${name}.png has ${png.length} bytes, more than ${largest}`);
  await writeFile(path.join(folder, `${name}.png`), png);
}

async function takePictures(): Promise<void> {
  const browser = await launchBrowser();
  if (!browser) throw new Error('Ohne Browser keine Bilder.');
  const database = await testDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-pictures-'));
  const config = readConfig({ FACHWERK_DATA: dataDir, PORT: '0' }, dataDir);
  const { connections } = database;
  const running = await startServing({
    config,
    connections,
    writeLog: () => {},
    beforeServing: async (runtime) => void (await foundDemoCity({ runtime, connections })),
  });
  try {
    await photograph(browser, running);
    await photographRegistry(browser, running);
    await photographOrders(browser, running);
    await photographInvoices(browser, running);
  } finally {
    await browser.close();
    await running.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The file of the handbook, drawn to its last page. */
const reference = '32.11-0042#3';
const shown = `
  select c.id as case, d.id as document from records.cases c join records.documents d on d.case_id = c.id
   where c.reference = $1 and d.title = 'Stellplatznachweis, Nachtrag'
     and not exists (select from records.versions v join records.documents o on o.id = v.document_id
                      where o.case_id = c.id and v.reading in ('waiting', 'reading'))`;
const patience = 240;

async function signedIn(runtime: Running['runtime'], name: string): Promise<{ person: string; token: string }> {
  const at = runtime.clock.now();
  const { id: person } = rosterOf(staffOf(localDateAt(at))).named(name);
  const token = await runtime.database.transaction({ person: null, system: 'pictures.sign-in' }, at, (tx) =>
    beginSession(tx, person, at),
  );
  return { person, token };
}

async function photograph(browser: Browser, { runtime, url }: Running): Promise<void> {
  const { person, token } = await signedIn(runtime, 'Meryem Acar');
  const find = () =>
    runtime.database.read({ person }, runtime.clock.now(), (tx) =>
      tx.query<{ case: string; document: string }>(shown, [reference]),
    );
  let [found] = await find();
  for (let tries = 0; found === undefined && tries < patience; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    [found] = await find();
  }
  if (!found) throw new Error('Die Vorführstadt hat das Bild nicht.');
  const pages = {
    desk: '/',
    file: `/cases/${found.case}`,
    document: `/documents/${found.document}`,
    search: '/search?q=Stellplatz',
  };
  await mkdir(folder, { recursive: true });
  for (const [look, options] of Object.entries(looks)) {
    const context = await browser.newContext(options);
    await context.addCookies([{ name: 'fachwerk', value: token, url }]);
    const page = await context.newPage();
    for (const [name, place] of Object.entries(pages)) {
      await page.goto(url + place, { waitUntil: 'networkidle' });
      await keep(page, `${name}-${look}`);
    }
    await context.close();
  }
}

/** The plan as a table that can be imported again. */
const planLines = `
  select concat_ws(';', u.code, u.title, case when u.permanent then 'dauernd' else coalesce(u.retention_years::text, '') end,
           coalesce(u.disposal_type, ''), coalesce(p.code, '')) as line
    from records.filing_plan_units u left join records.filing_plan_units p on p.id = u.parent_id
   where u.state = 'active' order by u.sort_key`;

/** The filing plan, and what a table with one unit more would change in it. */
async function photographRegistry(browser: Browser, { runtime, url }: Running): Promise<void> {
  const { person, token } = await signedIn(runtime, 'Renate Hagedorn');
  const units = await runtime.database.read({ person }, runtime.clock.now(), (tx) => tx.query<{ line: string }>(planLines));
  const more = '32.99;Straßenfeste;3;V;32';
  const table = ['Kennzeichen;Bezeichnung;Aufbewahrung;Aussonderung;Übergeordnet', ...units.map(({ line }) => line), more];
  const context = await browser.newContext(looks['1280']);
  await context.addCookies([{ name: 'fachwerk', value: token, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/filing-plan`, { waitUntil: 'networkidle' });
  await keep(page, 'plan-1280');
  await page.goto(`${url}/filing-plan/import`);
  await page.fill('[name=version]', '2027');
  const buffer = Buffer.from(table.join('\n'));
  await page.setInputFiles('[name=file]', { name: 'aktenplan.csv', mimeType: 'text/csv', buffer });
  await page.click('form[action$="/preview"] .btns button');
  await page.waitForLoadState('networkidle');
  await keep(page, 'plan-import-1280');
  await context.close();
}

const written = `1. Vermerk: Nachtrag vom 20.11. geprüft, die Baulast ist beantragt.
2. 20, 63.2 z.Mz. bis 31.11.
3. AL 32 Schlusszeichnung
4. Wv. 15.1., Baulast eingetragen?
5. z.d.A.`;

/** An order while it is typed, one that goes round (on a desk and on a phone), and the forgotten cases. */
async function photographOrders(browser: Browser, { runtime, url }: Running): Promise<void> {
  const { person, token } = await signedIn(runtime, 'Meryem Acar');
  const [order] = await runtime.database.read({ person }, runtime.clock.now(), (tx) =>
    tx.query<{ id: string; case: string }>('select id, case_id as "case" from circulation.orders where reference = $1', [
      reference,
    ]),
  );
  if (!order) throw new Error('Die Vorführstadt hat keine Verfügung zu diesem Vorgang.');
  for (const look of ['1280', '375']) {
    const context = await browser.newContext(looks[look]);
    await context.addCookies([{ name: 'fachwerk', value: token, url }]);
    const page = await context.newPage();
    await page.goto(`${url}/orders/${order.id}`, { waitUntil: 'networkidle' });
    await keep(page, `order-${look}`);
    if (look === '1280') {
      await page.goto(`${url}/cases/${order.case}/order`);
      await page.focus('#start-text');
      await page.waitForLoadState('networkidle');
      await page.fill('#start-text', written);
      await keep(page, 'order-typed-1280');
      await page.goto(`${url}/radar`, { waitUntil: 'networkidle' });
      await keep(page, 'radar-1280');
    }
    await context.close();
  }
}

/** The queue of invoices, one of them, and a list before it is taken over. */
async function photographInvoices(browser: Browser, running: Running): Promise<void> {
  const { runtime, url } = running;
  const open = async (name: string, look: string) => {
    const { person, token } = await signedIn(runtime, name);
    const context = await browser.newContext(looks[look]);
    await context.addCookies([{ name: 'fachwerk', value: token, url }]);
    return { person, page: await context.newPage() };
  };
  for (const look of Object.keys(looks)) {
    const { person, page } = await open('Meryem Acar', look);
    await page.goto(`${url}/invoices`, { waitUntil: 'networkidle' });
    await keep(page, `invoices-queue-${look}`);
    const [found] = await runtime.database.read({ person }, runtime.clock.now(), (tx) =>
      tx.query<{ id: string }>("select id from invoices.invoices where number = 'E-1093'"),
    );
    await page.goto(`${url}/invoices/${found?.id}`, { waitUntil: 'networkidle' });
    await keep(page, `invoices-invoice-${look}`);
    await page.context().close();
  }
  const { page } = await open('Tobias Kern', '1280');
  await page.goto(`${url}/invoices/lists/limits`);
  const buffer = Buffer.from('Stelle;Rolle;Betrag\n32;Leitung;15.000,00\n32.1;Leitung;2.500,00\n20;Leitung;50.000,00');
  await page.setInputFiles('[name=file]', { name: 'grenzen.csv', mimeType: 'text/csv', buffer });
  await page.click('form[action$="/preview"] .btns button');
  await page.waitForLoadState('networkidle');
  await keep(page, 'invoices-list-1280');
  await page.context().close();
}

await takePictures();
