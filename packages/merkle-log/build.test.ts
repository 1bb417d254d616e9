// SPDX-License-Identifier: EUPL-1.2
// The two files that strangers get: built, opened from the disk, used like a reader would, with honest and with forged packages.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../test/browser.ts';
import { axeCheck, checkPage } from '../../test/page-check.ts';
import { buildVerifier } from './build.ts';
import { exportOf, foundSpecimen, keyOf, witnessedHead, witnessKeyOf } from './src/specimen/journal.ts';
import { packageOf, packBytes } from './src/specimen/package.ts';
import { fullExportFiles, writeExportFolder } from './src/write/full-export.ts';
import type { PackageEntry } from './src/write/package-input.ts';

const folder = await mkdtemp(join(tmpdir(), 'fachwerk-pruefer-'));
after(() => rm(folder, { recursive: true }));
const built = await buildVerifier(folder);

const specimen = foundSpecimen({ acts: 500, eraseEvery: 100 });
const input = await packageOf(specimen);
const hostileName = '<img src=x onerror="document.title=1"><script>document.title=2</script>.txt';
const paths = {
  good: join(folder, 'gut.zip'),
  bad: join(folder, 'gefälscht.zip'),
  none: join(folder, 'kein.zip'),
  kept: join(folder, 'zeuge.txt'),
};
const documents = [...input.documents!];
await writeFile(paths.good, await packBytes({ ...input, page: await readFile(built.page) }));
await writeFile(
  paths.bad,
  await packBytes({
    ...input,
    title: hostileName,
    entries: (input.entries as PackageEntry[]).filter((_, i) => i !== 2),
    documents: [{ ...documents[0]!, name: hostileName }, ...documents.slice(1)],
  }),
);
await writeFile(paths.none, 'kein Archiv');
await writeFile(paths.kept, `${witnessKeyOf(specimen.witness)}\n\n${witnessedHead(specimen, 501)}`);

function runCommand(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [built.cli, ...args], (error, out) => resolve({ code: error ? Number(error.code) : 0, out }));
  });
}

test('the command is one file that needs nothing but Node', async () => {
  const source = await readFile(built.cli, 'utf8');
  const imports = [...source.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1]!);
  assert.ok(imports.length > 0);
  assert.deepEqual(
    imports.filter((name) => !name.startsWith('node:')),
    [],
  );
  assert.equal((await runCommand(paths.good, '--key', keyOf(specimen.signer))).code, 0);
  assert.equal((await runCommand(paths.bad, '--key', keyOf(specimen.signer))).code, 1);
  assert.equal((await runCommand()).code, 2);
});

test('building twice gives the same bytes; a city can ship its own key with the verifier', async () => {
  const [first, again, own] = [
    built,
    await buildVerifier(join(folder, 'b')),
    await buildVerifier(join(folder, 'c'), { pinnedKeys: [keyOf(specimen.signer)] }),
  ];
  for (const kind of ['cli', 'page'] as const) assert.deepEqual(await readFile(first[kind]), await readFile(again[kind]));
  assert.ok((await readFile(own.page, 'utf8')).includes(keyOf(specimen.signer)));
});

describe('the page, opened from the disk', async () => {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  /** Opens the page; whatever it asks of the network or complains about is collected. */
  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; faults: string[] } | undefined> {
    if (!browser) return undefined;
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    const url = pathToFileURL(built.page).href;
    page.on('request', (request) => {
      if (request.url() !== url) faults.push(`asked for ${request.url()}`);
    });
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => faults.push(`dialog ${dialog.message()}`));
    await page.goto(url);
    return { page, faults };
  }

  async function textOf(page: Page, selector: string): Promise<string> {
    return (await page.locator(selector).textContent()) ?? '';
  }

  async function choose(page: Page, path: string): Promise<string> {
    await page.setInputFiles('#zip', path);
    await page.locator('#result[aria-busy="false"]').waitFor();
    return textOf(page, '#verdict');
  }

  test('an honest package is consistent, and proven once the reader brings the city’s key and the witness’s', async (t) => {
    const opened = await open();
    if (!opened) return t.skip('kein Chromium');
    const { page, faults } = opened;
    assert.match(await choose(page, paths.good), /In sich stimmig/);
    await page.fill('#key', keyOf(specimen.signer));
    await page.locator('#key').blur();
    await page.waitForSelector('.is-proven');
    assert.match(await textOf(page, '#verdict'), /unverändert und lückenlos/);
    assert.match(await textOf(page, '#no'), /Ob die Stadt alles umgeschrieben hat/);
    await page.setInputFiles('#witness', paths.kept);
    await page.locator('#yes', { hasText: 'nicht umschreiben' }).waitFor();
    assert.doesNotMatch(await textOf(page, '#no'), /umgeschrieben/);
    assert.match(await textOf(page, '#result'), /gelöscht \(Art\. 17 DSGVO\)/);
    await page.getByRole('button', { name: 'English' }).click();
    assert.match(await textOf(page, '#verdict'), /unaltered and without gaps/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await page.inputValue('#key'), keyOf(specimen.signer), 'the key survives the change of language');
    assert.deepEqual(faults, []);
  });

  test('the page says the same as the command', async (t) => {
    const opened = await open();
    if (!opened) return t.skip('kein Chromium');
    await opened.page.fill('#key', keyOf(specimen.signer));
    for (const path of [paths.good, paths.bad, paths.none]) {
      await choose(opened.page, path);
      const { out } = await runCommand(path, '--key', keyOf(specimen.signer), '--lang', 'de', '--json');
      const { said } = JSON.parse(out) as {
        said: Record<'errors' | 'proven' | 'unproven', { lead: string; rest: string }[]> & { headline: string };
      };
      assert.equal(await textOf(opened.page, '#verdict'), said.headline);
      for (const [id, list] of [
        ['#wrong', said.errors],
        ['#yes', said.proven],
        ['#no', said.unproven],
      ] as const) {
        const shown = await opened.page.locator(`${id} li p`).allTextContents();
        assert.deepEqual(
          shown,
          list.map(({ lead, rest }) => `${lead} ${rest}`.trim()),
          `${path} ${id}`,
        );
      }
    }
  });

  test('a forged package is refused, and nothing in it is executed or becomes markup', async (t) => {
    const opened = await open();
    if (!opened) return t.skip('kein Chromium');
    const { page, faults } = opened;
    assert.match(await choose(page, paths.bad), /Nicht bewiesen/);
    assert.match(await textOf(page, '#wrong'), /fehlt Eintrag 3/);
    await page.locator('summary').first().click();
    assert.ok((await textOf(page, '#result')).includes(hostileName), 'shown as text');
    assert.equal(await page.locator('#result img, #result script, #result a').count(), 0);
    assert.equal(await page.title(), 'Beweis prüfen – Fachwerk');
    assert.match(await choose(page, paths.none), /Nicht bewiesen/);
    assert.deepEqual(faults, []);
  });

  test('a wrong key and a wrong witness file are named at their fields', async (t) => {
    const opened = await open();
    if (!opened) return t.skip('kein Chromium');
    const { page } = opened;
    await page.fill('#key', 'kein Schlüssel');
    await page.setInputFiles('#witness', paths.none);
    await page.locator('#witness-error', { hasText: 'kein' }).waitFor();
    assert.match(await textOf(page, '#key-error'), /kein Schlüssel/);
    assert.match(await textOf(page, '#witness-error'), /kein\.zip/);
    assert.equal(await page.locator('#key').getAttribute('aria-invalid'), '');
  });

  test('a folder with a full export is checked in the browser, too', async (t) => {
    const opened = await open();
    if (!opened) return t.skip('kein Chromium');
    const exported = join(folder, 'export');
    await writeExportFolder(exported, fullExportFiles(exportOf(specimen, [witnessedHead(specimen, 400)])));
    await opened.page.fill('#key', keyOf(specimen.signer));
    await opened.page.setInputFiles('#folder', exported);
    await opened.page.waitForSelector('.is-proven');
    assert.match(await textOf(opened.page, '#verdict'), /Dieses Journal ist unverändert/);
  });

  test('the page can be used by keyboard alone, and the verdict takes the focus', async (t) => {
    const opened = await open();
    if (!opened) return t.skip('kein Chromium');
    const { page } = opened;
    await choose(page, paths.good);
    assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-labelledby")'), 'verdict');
    assert.deepEqual(await checkPage(page), []);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the page is accessible before and after a verdict (${colorScheme})`, async (t) => {
      // The page's own policy forbids scripts from outside, and axe is one.
      const opened = await open({ colorScheme, bypassCSP: true });
      if (!opened) return t.skip('kein Chromium');
      for (const path of [undefined, paths.good, paths.bad]) {
        if (path) await choose(opened.page, path);
        for (const summary of await opened.page.locator('summary').all()) await summary.click();
        assert.deepEqual(await axeCheck(opened.page), [], path);
        assert.deepEqual(await checkPage(opened.page, { focusWalk: false }), [], path);
      }
    });
  }
});
