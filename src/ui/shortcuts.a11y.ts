// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { needs, openGallery, until } from '../../test/gallery.ts';
import { axeCheck } from '../../test/page-check.ts';

const open = await openGallery();
let shared: Page | undefined;

/** One page for all, with nothing remembered from the test before. */
async function on(variant: string): Promise<Page> {
  assert.ok(open);
  shared ??= await open.page(variant);
  await shared.evaluate('localStorage.clear()');
  await shared.unrouteAll();
  await shared.goto(`${open.gallery.base}/${variant}`);
  return shared;
}
const focused = (page: Page) => page.evaluate('(document.activeElement.textContent ?? "").trim()') as Promise<string>;

test('palette: opens by / and Ctrl K, walks, runs, closes; the search itself is always there', needs(open), async () => {
  const page = await on('desk');
  await page.keyboard.press('/');
  const input = page.getByRole('combobox', { name: 'Suchen oder springen' });
  await input.pressSequentially('anker');
  const options = page.getByRole('dialog').getByRole('option');
  await page.getByRole('option', { name: '„anker“' }).waitFor();
  assert.equal(await options.first().getAttribute('aria-selected'), 'true');
  assert.deepEqual(await axeCheck(page, { within: '.palette' }), []);
  await page.keyboard.press('ArrowDown');
  assert.equal(await input.getAttribute('aria-activedescendant'), await options.nth(1).getAttribute('id'));
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').isVisible(), false);
  await page.keyboard.press('Control+k');
  await input.fill('xyz');
  await until(page, "document.querySelectorAll('.palette [role=option]').length === 1");
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=xyz');
});

test('palette: without an answer of the server it still searches', needs(open), async () => {
  const page = await on('desk');
  await page.route('**/search/suggest*', (route) => route.abort());
  await page.keyboard.press('/');
  await page.keyboard.type('brücke');
  await page.getByRole('option', { name: '„brücke“' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=br/);
});

test('keys: j and k walk through the rows, a row’s own key acts on that row only', needs(open), async () => {
  const page = await on('desk');
  await page.keyboard.press('j');
  assert.match(await focused(page), /Wochenmarkt/);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.match(await focused(page), /Bebauungsplan/);
  await page.keyboard.press('k');
  assert.match(await focused(page), /Spielhalle/);
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(new URL(request.url()).pathname));
  await page.keyboard.press('e');
  assert.deepEqual(posts, [], 'this row has no e');
  for (const _ of [1, 2]) await page.keyboard.press('j');
  await Promise.all([page.waitForRequest((request) => request.method() === 'POST'), page.keyboard.press('e')]);
  await page.waitForURL('**/do');
  assert.deepEqual(posts, ['/do']);
});

test('keys: never inside a field, all named by ?, and all can be switched off for good', needs(open), async () => {
  const page = await on('forms');
  await page.locator('#subject').focus();
  await page.keyboard.type('j/?');
  assert.match(await page.locator('#subject').inputValue(), /j\/\?/);
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await page.goto(page.url().replace('forms', 'desk'));
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Tasten auf dieser Seite' });
  for (const words of ['Neuer Vorgang', 'Mitzeichnen', 'Erledigt', 'nächste Zeile'])
    assert.equal(await help.getByText(words, { exact: true }).isVisible(), true, words);
  assert.deepEqual(await axeCheck(page, { within: 'dialog[open]' }), []);
  await help.getByRole('checkbox').click();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.keyboard.press('j');
  assert.equal(await page.evaluate('document.activeElement === document.body'), true);
  await page.keyboard.press('/');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await page.keyboard.press('Control+k');
  assert.equal(await page.locator('dialog[open]').count(), 1, 'no single key, so it always works');
  await page.keyboard.press('Escape');
  await page.locator('.me-face').click();
  await page.getByRole('button', { name: 'Alle Tasten' }).click();
  await help.waitFor();
});

test('theme: chosen at once, kept in a cookie for the server, dropped by "wie das Gerät"', needs(open), async () => {
  const page = await on('desk');
  await page.locator('.me-face').click();
  await page.getByRole('button', { name: 'dunkel' }).click();
  assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark');
  assert.match((await page.evaluate('document.cookie')) as string, /fachwerk-theme=dark/);
  assert.equal(await page.getByRole('button', { name: 'dunkel' }).getAttribute('aria-pressed'), 'true');
  await page.getByRole('button', { name: 'wie das Gerät' }).click();
  assert.equal(await page.evaluate('document.documentElement.dataset.theme'), undefined);
  assert.equal(await page.evaluate('document.cookie'), '');
});

test('toast: closes, and never lies over what has the focus', needs(open), async () => {
  const page = await on('desk');
  const toast = page.locator('.toast');
  const last = page.getByRole('link', { name: /^Weiter/ });
  await last.focus();
  const [a, b] = [await toast.boundingBox(), await last.boundingBox()];
  assert.ok(a && b && b.y + b.height <= a.y, 'the focused link stands above the toast');
  await toast.getByRole('button', { name: 'Schließen' }).click();
  assert.equal(await toast.count(), 0);
});
