// SPDX-License-Identifier: EUPL-1.2
// A clerk takes real letters, files them, has the answer signed off, closes the case, and a stranger proves offline that nothing was forged.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { buildVerifier } from '../packages/merkle-log/build.ts';
import { execute } from '../src/kernel/command.ts';
import { newId } from '../src/kernel/id.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import { erasePersonal } from '../src/modules/records/commands/erase-personal.ts';
import { callerAs, functionOf, persons } from '../test/town.ts';
import { type Journey, openContext, openJourney, press, tabTo, type, until } from './journey.ts';
import { collectPapers, letter } from './papers.ts';

const opened = await openJourney();
const needs = { skip: opened ? false : 'kein Chromium auf diesem Rechner' };
const wanted = 64;
/** On two cores shared with other tests; on a machine of its own it is a fifth of that. */
const readingLimit = 110_000;
const papers = collectPapers(wanted);

describe('the main job, by keyboard alone', needs, () => {
  const journey = opened as Journey;
  let clerk: Page;
  let file: string;
  let caseAt: string;
  let draft: string;
  let proof: string;
  after(() => opened?.close());

  const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';
  const address = (page: Page) => new URL(page.url()).pathname;

  test('sign in, open a file, open a case', async () => {
    clerk = await journey.signIn('clerk');
    await clerk.keyboard.press('n');
    await clerk.waitForURL('**/files/new');
    await tabTo(clerk, { role: 'combobox', name: /Aktenplan|Betreffseinheit|Einordnung/ });
    await clerk.keyboard.type('32.11');
    await type(clerk, /^Betreff/, 'Uferstraße 4');
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL(/\/files\/[0-9a-f-]{36}$/);
    file = address(clerk);
    await clerk.keyboard.press('n');
    await clerk.waitForURL('**/new-case');
    await type(clerk, /^Betreff/, 'Gaststättenerlaubnis „Zum Anker“');
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL(/\/cases\//);
    caseAt = address(clerk);
    assert.match(await main(clerk), /32\.11-0001#1/);
  });

  test(`take in ${wanted} papers at once, and see their number go down until all are read`, async () => {
    await tabTo(clerk, { role: 'file', name: /Dateien auswählen/ });
    // The system's own dialogue is not ours to test: what it hands over is given to the field that the keyboard reached.
    await clerk.locator('input[type=file]:focus').setInputFiles([...papers]);
    await clerk.getByText(`${wanted} von ${wanted} Dateien angekommen`).waitFor({ timeout: 60_000 });
    const seen: number[] = [];
    await until(
      'everything read',
      async () => {
        await clerk.goto(`${journey.running.url}/`);
        const text = (await clerk.locator('#background').textContent()) ?? '';
        const left = /Noch ein/.test(text) ? 1 : Number(/Noch (\d+)/.exec(text)?.[1] ?? 0);
        seen.push(left);
        return left === 0;
      },
      readingLimit,
    );
    assert.ok(seen.length > 2 && seen[0]! > 5, `the backlog was shown: ${seen.join(' ')}`);
    assert.ok(
      seen.every((left, index) => left <= (seen[index - 1] ?? wanted)),
      `it only goes down: ${seen.join(' ')}`,
    );
    const unread = await journey.sql<{ name: string; why: string }>(
      "select file_name as name, reading_why as why from records.versions where reading <> 'read'",
    );
    // Among real papers there may be one that no program reads; then its page says so, with the reason.
    assert.ok(unread.length <= 1 && unread.every(({ why }) => why !== ''), JSON.stringify(unread));
  });

  test('open one: its page as a picture, its words as text', async () => {
    await clerk.goto(journey.running.url + caseAt);
    await press(clerk, { role: 'link', name: /^(\d+ ?)?1-/ });
    await clerk.waitForURL(/\/documents\//);
    const picture = clerk.locator('main img').first();
    await picture.waitFor();
    const width = await until('the picture is there', () =>
      picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    );
    assert.ok(width > 200, `${width} px wide`);
    assert.ok((await main(clerk)).length > 200, 'its text stands there, too');
  });

  test('before z.d.A. everything that is missing is said at once, with the way to it', async () => {
    await clerk.goto(journey.running.url + caseAt);
    await press(clerk, { role: 'summary', name: /Entwurf ablegen/ });
    await tabTo(clerk, { role: 'file', name: /Datei mit dem Entwurf/ });
    const choosing = clerk.waitForEvent('filechooser');
    await clerk.keyboard.press('Space');
    await (await choosing).setFiles({ name: 'Bescheid.docx', mimeType: '', buffer: letter('Die Erlaubnis wird erteilt.') });
    await press(clerk, { role: 'button', name: /^Entwurf ablegen/ });
    await clerk.getByText('Vor z.d.A. ist noch eines zu tun').waitFor();
    await press(clerk, { role: 'link', name: /Zum Dokument/ });
    await clerk.waitForURL(/\/documents\//);
    draft = address(clerk);
    assert.match(await main(clerk), /Bescheid/);
  });

  test('the head finds it on the desk and signs it off', async () => {
    const head = await journey.signIn('head');
    await press(head, { role: 'link', name: /^Bescheid/ });
    await head.waitForURL(/\/documents\//);
    assert.equal(address(head), draft);
    await press(head, { role: 'button', name: /^Schlusszeichnen/ });
    await head.getByText('schlussgezeichnet', { exact: false }).first().waitFor();
    await head.context().close();
  });

  test('close the case, and download the proof', async () => {
    await clerk.goto(journey.running.url + caseAt);
    await press(clerk, { role: 'button', name: /^z\.d\.A\. verfügen/ });
    await clerk.getByText('Wieder öffnen', { exact: true }).waitFor();
    assert.match(await main(clerk), /31\.12\.2036/);
    proof = await download(clerk, 'beweis.zip');
  });

  async function download(page: Page, name: string): Promise<string> {
    await page.goto(`${journey.running.url}${file}/proof`);
    const loading = page.waitForEvent('download');
    await press(page, { role: 'link', name: /Beweispaket|herunterladen|Paket/ });
    const at = path.join(journey.folder, name);
    await (await loading).saveAs(at);
    return at;
  }

  async function verdictOf(zip: string): Promise<string> {
    const { page: checker } = await buildVerifier(path.join(journey.folder, 'checker'));
    const context = await openContext(journey.browser, { offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(checker).href);
    await page.locator('#key').fill(journey.running.runtime.journal.verifierKey());
    await page.locator('#zip').setInputFiles(zip);
    await page.locator('#result[aria-busy="false"]').waitFor();
    const verdict = (await page.locator('#verdict').textContent()) ?? '';
    await context.close();
    return verdict;
  }

  test('a stranger checks it offline, by the page opened from disk', async () => {
    assert.match(await verdictOf(proof), /unverändert und lückenlos/);
  });

  test('another clerk sees nothing of it: no page, no bytes, no hit', async () => {
    const stranger = await journey.signIn('treasurer');
    for (const at of [file, caseAt, draft, `${draft}/content`, `${file}/proof`, `${file}/register`, `${file}/proof-package`]) {
      const status = (await stranger.request.get(journey.running.url + at)).status();
      assert.ok(status === 404 || status === 403, `${at}: ${status}`);
    }
    await stranger.goto(`${journey.running.url}/search?q=Anker`);
    assert.doesNotMatch(await main(stranger), /Gaststättenerlaubnis/);
    await stranger.context().close();
  });

  test('a deputy sees it only inside the window', async () => {
    const id = newId();
    await journey.sql(
      "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2026-11-25T00:00Z', '2026-11-27T00:00Z')",
      [id, persons.clerk, persons.treasurer],
    );
    await journey.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
      id,
      functionOf(0),
    ]);
    for (const [day, status] of [
      ['2026-11-24T20:00:00Z', 404],
      ['2026-11-25T08:00:00Z', 200],
      ['2026-11-27T08:00:00Z', 404],
    ] as const) {
      journey.clock.set(day);
      const deputy = await journey.signIn('treasurer');
      assert.equal((await deputy.request.get(journey.running.url + caseAt)).status(), status, day);
      await deputy.context().close();
    }
  });

  test('after personal parts are erased the proof still holds, and the command says the same as the page', async () => {
    const erasing = { file: file.split('/')[2], entries: [1, 2], basis: 'purpose-ended', reason: 'Frist abgelaufen' };
    const done = await execute(journey.running.runtime, erasePersonal, erasing, callerAs(persons.registrar), { key: newId() });
    assert.ok(!(done instanceof Refusal), done instanceof Refusal ? done.reason : '');
    const again = await journey.signIn('clerk');
    const erased = await download(again, 'beweis-geloescht.zip');
    assert.match(await verdictOf(erased), /unverändert und lückenlos/);
    const { cli } = await buildVerifier(path.join(journey.folder, 'checker'));
    const { status, stdout } = spawnSync(
      process.execPath,
      [cli, erased, '--key', journey.running.runtime.journal.verifierKey()],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stdout);
  });

  test('in all of this no page broke its own policy and no script failed', () => {
    assert.deepEqual(journey.faults, []);
  });
});
