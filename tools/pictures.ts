// SPDX-License-Identifier: EUPL-1.2
// The pictures of the README and the handbook: desk, file, document and search, on a desk, on a phone, and in the dark.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openContext, openJourney, until } from '../e2e/journey.ts';
import { collectPapers } from '../e2e/papers.ts';
import { arrange, send } from '../e2e/states.ts';

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
  const journey = await openJourney();
  if (!journey) throw new Error('Ohne Browser keine Bilder.');
  const { running, browser } = journey;
  const clerk = await journey.signIn('clerk');
  const town = await arrange(journey, clerk);
  for (const { name, mimeType, buffer } of collectPapers(9).filter((paper) => !/corrupt|README/.test(paper.name))) {
    const files = { name: name.replace(/^\d+-/, ''), mimeType, buffer };
    await clerk.request.post(`${running.url}${town.case}/documents`, {
      multipart: { _key: crypto.randomUUID(), files },
      headers: { origin: running.url },
    });
  }
  await send(clerk, `${running.url}${town.case}/documents`, {
    direction: 'out',
    files: { name: 'Erlaubnis.txt', text: 'Erlaubnis' },
  });
  await until('all read', async () => {
    const [row] = await journey.sql<{ n: number }>(
      "select count(*)::int as n from records.versions where reading in ('waiting', 'reading')",
    );
    return row?.n === 0;
  });
  const [pdf] = await journey.sql<{ id: string }>(
    `select v.document_id as id from records.renditions r join records.versions v on v.id = r.version_id
      where r.kind = 'page' and v.media_type = 'application/pdf' order by v.id limit 1`,
  );
  const pages = {
    desk: '/',
    file: town.case,
    document: pdf ? `/documents/${pdf.id}` : town.document,
    search: '/search?q=Erlaubnis',
  };
  await mkdir(folder, { recursive: true });
  const storageState = await clerk.context().storageState();
  for (const [look, options] of Object.entries(looks)) {
    const page = await (await openContext(browser, { ...options, storageState })).newPage();
    for (const [name, at] of Object.entries(pages)) {
      await page.goto(running.url + at, { waitUntil: 'networkidle' });
      await keep(page, `${name}-${look}`);
    }
  }
  await journey.close();
}

await takePictures();
