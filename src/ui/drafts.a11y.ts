// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { needs, openGallery, until } from '../../test/gallery.ts';

const open = await openGallery();
async function on(variant: string): Promise<Page> {
  assert.ok(open);
  return open.page(variant);
}
const drafts = (page: Page) =>
  page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('fachwerk.draft.')).length");
const saved = (page: Page) => until(page, "Object.keys(localStorage).some((key) => key.startsWith('fachwerk.draft.'))");

test('what was being written is there again after a crash, and can be dropped', needs(open), async () => {
  const page = await on('forms');
  await page.locator('#note').fill('Der Hof ist befestigt.');
  await page.locator('#level-2').check();
  await page.locator('#password').fill('geheim');
  await saved(page);
  assert.doesNotMatch((await page.evaluate('JSON.stringify(localStorage)')) as string, /geheim/, 'never a secret');
  await page.reload();
  assert.equal(await page.locator('#note').inputValue(), 'Der Hof ist befestigt.');
  assert.equal(await page.locator('#level-2').isChecked(), true);
  const notice = page.locator('#right-form .notice');
  assert.match((await notice.textContent()) ?? '', /Ihr Entwurf von .* ist wieder da/);
  await notice.getByRole('button', { name: 'Entwurf verwerfen' }).click();
  assert.equal(await page.locator('#note').inputValue(), 'Ortstermin am 17.11.', 'as the server has it');
  assert.equal(await drafts(page), 0);
  await page.context().close();
});

test('a draft goes when it has arrived, stays when the server failed, and all go at signing out', needs(open), async () => {
  const page = await on('forms');
  const form = page.locator('#right-form');
  await page.locator('#note').fill('Erste Fassung');
  await saved(page);
  await page.route('**/save', (route) =>
    route.fulfill({ status: 500, contentType: 'text/html', body: '<body data-failed>kaputt' }),
  );
  await form.getByRole('button', { name: 'Sichern' }).click();
  await page.waitForURL('**/save');
  await page.goto(page.url().replace('save', 'forms'));
  assert.equal(await page.locator('#note').inputValue(), 'Erste Fassung', 'nothing is lost');
  await page.unroute('**/save');
  await form.getByRole('button', { name: 'Sichern' }).click();
  await page.waitForURL('**/save');
  assert.equal(await drafts(page), 0);
  await page.goto(page.url().replace('save', 'forms'));
  await page.locator('#note').fill('Zweite Fassung');
  await saved(page);
  await page.locator('.me-face').click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.waitForURL('**/sign-out');
  assert.equal(await drafts(page), 0);
  await page.context().close();
});
