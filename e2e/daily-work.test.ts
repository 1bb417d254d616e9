// SPDX-License-Identifier: EUPL-1.2
// Small things that decide whether a day goes well: jumping by keyboard, going back, and somebody else having been faster.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Journey, openJourney, press, tabTo } from './journey.ts';
import { type Arranged, arrange, send } from './states.ts';

const opened = await openJourney();
const needs = { skip: opened ? false : 'kein Chromium auf diesem Rechner' };

describe('a day with the files', needs, () => {
  const journey = opened as Journey;
  let clerk: Page;
  let town: Arranged;
  before(async () => {
    if (!opened) return;
    clerk = await journey.signIn('clerk');
    town = await arrange(journey, clerk);
  });
  after(() => opened?.close());

  test('“/” and a reference: the palette jumps to the case', async () => {
    await clerk.goto(`${journey.running.url}/`);
    await clerk.keyboard.press('/');
    await clerk.keyboard.type('32.11-0001#1');
    await clerk
      .getByRole('option', { name: /32\.11-0001#1/ })
      .first()
      .waitFor();
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL(/\/cases\//);
    assert.equal(new URL(clerk.url()).pathname, town.case);
  });

  test('a word: the palette leads to the search, and the search finds the case', async () => {
    await clerk.keyboard.press('/');
    await clerk.keyboard.type('Gaststätte');
    await clerk.getByRole('option', { name: /Alles mit/ }).waitFor();
    for (let step = 0; step < 12; step += 1) {
      const chosen = await clerk
        .locator('[role="option"][aria-selected="true"]')
        .textContent({ timeout: 1000 })
        .catch(() => '');
      if (/Alles mit/.test(chosen ?? '')) break;
      await clerk.keyboard.press('ArrowDown');
    }
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL(/\/search\?q=/);
    assert.match((await clerk.locator('main').textContent()) ?? '', /Zum Anker/);
  });

  test('going back keeps what was typed', async () => {
    await clerk.goto(`${journey.running.url}${town.file}/new-case`);
    await tabTo(clerk, { role: 'textbox', name: /^Betreff/ });
    await clerk.keyboard.type('Sperrzeit verkürzen');
    await clerk.waitForTimeout(600); // drafts save themselves half a second after the last key
    await clerk.goto(`${journey.running.url}${town.file}`);
    await clerk.goBack();
    await clerk.getByRole('textbox', { name: /^Betreff/ }).waitFor();
    assert.equal(await clerk.getByRole('textbox', { name: /^Betreff/ }).inputValue(), 'Sperrzeit verkürzen');
  });

  test('what somebody else changed meanwhile is shown beside what was typed, and nothing is lost', async () => {
    const { url } = journey.running;
    await clerk.goto(url + town.case);
    await press(clerk, { role: 'summary', name: /Fakten ändern/ });
    await tabTo(clerk, { role: 'textbox', name: /^Betreff/ });
    await clerk.keyboard.press('Control+A');
    await clerk.keyboard.type('Mein Betreff');
    const lock = await clerk.locator('form[action$="/change"] input[name="lock"]').inputValue();
    await send(clerk, `${url}${town.case}/change`, { lock, subject: 'Ihr Betreff' });
    const answer = clerk.waitForResponse((response) => response.request().method() === 'POST');
    await clerk.keyboard.press('Enter');
    assert.equal((await answer).status(), 409);
    await clerk.getByText('Inzwischen steht hier: Ihr Betreff').waitFor();
    assert.equal(await clerk.locator('#change-subject').inputValue(), 'Mein Betreff');
    assert.match((await clerk.locator('.errors').textContent()) ?? '', /Inzwischen hat sich hier etwas geändert/);
    await press(clerk, { role: 'button', name: /^Speichern/ });
    await clerk.waitForURL(url + town.case);
    assert.match((await clerk.locator('h1').textContent()) ?? '', /Mein Betreff/, 'decided anew, it is saved');
  });

  test('without script: the appearance is chosen by a form, and a file comes in by one', async () => {
    const page = await journey.signIn('clerk');
    const state = await page.context().storageState();
    const plain = await journey.browser.newContext({ javaScriptEnabled: false, locale: 'de-DE', storageState: state });
    const quiet = await plain.newPage();
    await quiet.goto(journey.running.url + town.case);
    await quiet.locator('.me summary').click();
    await quiet.getByRole('button', { name: 'Dunkel' }).click();
    await quiet.waitForURL(journey.running.url + town.case);
    assert.equal(await quiet.locator('html').getAttribute('data-theme'), 'dark');
    await quiet
      .locator('#files')
      .setInputFiles({ name: 'Ohne Skript.txt', mimeType: 'text/plain', buffer: Buffer.from('Nachtrag') });
    await quiet.getByRole('button', { name: 'Hochladen' }).click();
    await quiet.getByRole('link', { name: 'Ohne Skript' }).first().waitFor();
    await plain.close();
  });

  test('no page broke its own policy and no script failed', () => {
    assert.deepEqual(journey.faults, []);
  });
});
