// SPDX-License-Identifier: EUPL-1.2
// The pictures of the README and the handbook: desk, file, document and search, on a desk, on a phone, and in the dark.
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { readConfig } from '../src/kernel/config.ts';
import { beginSession } from '../src/kernel/session.ts';
import { launchBrowser } from '../test/browser.ts';
import { testDatabase } from '../test/database.ts';
import { type Running, startServing } from './serve.ts';
import { foundDemoCity } from './town/index.ts';
import { idOf } from './town/people.ts';

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
  const running = await startServing({
    config,
    connections: database.connections,
    writeLog: () => {},
    beforeServing: async (runtime) => void (await foundDemoCity(runtime)),
  });
  try {
    await photograph(browser, running, await signedIn(running));
  } finally {
    await browser.close();
    await running.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function signedIn({ runtime }: Running): Promise<string> {
  const at = runtime.clock.now();
  return runtime.database.transaction({ person: null, system: 'pictures.sign-in' }, at, (tx) =>
    beginSession(tx, idOf('Meryem Acar'), at),
  );
}

const subject = 'Gaststättenerlaubnis „Zum Anker“';

async function photograph(browser: Browser, { runtime, url }: Running, token: string): Promise<void> {
  const ask = <Row>(sql: string, values: unknown[] = []) =>
    runtime.database.read({ person: idOf('Meryem Acar') }, runtime.clock.now(), (tx) => tx.query<Row>(sql, values));
  for (let tries = 0; tries < 240; tries += 1) {
    const open = await ask("select 1 from records.versions where reading in ('waiting', 'reading')");
    if (open.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const [found] = await ask<{ case: string; document: string }>(
    "select c.id as case, d.id as document from records.cases c join records.documents d on d.case_id = c.id where c.subject = $1 and d.title = 'Stellungnahme'",
    [subject],
  );
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
    for (const [name, at] of Object.entries(pages)) {
      await page.goto(url + at, { waitUntil: 'networkidle' });
      await keep(page, `${name}-${look}`);
    }
    await context.close();
  }
}

await takePictures();
