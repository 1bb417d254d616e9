// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs, openGallery } from '../../test/gallery.ts';
import { checkPage } from '../../test/page-check.ts';
import { galleryVariants } from './gallery.tsx';

const open = await openGallery();

test('without script nothing is lost: all parts of the page are there, and every form and link works', needs(open), async () => {
  assert.ok(open);
  // Scripts of the page are refused by the network, not by the browser's switch: the check itself needs to look around.
  const context = await open.context();
  await context.route('**/*.js', (route) => route.abort());
  const page = await context.newPage();
  for (const variant of galleryVariants) {
    await page.goto(`${open.gallery.base}/${variant}`);
    assert.deepEqual(await checkPage(page, { focusWalk: false }), [], variant);
  }
  await page.goto(`${open.gallery.base}/widgets`);
  for (const id of ['v3', 'v2', 'v1'])
    assert.equal(await page.locator(`#${id}`).isVisible(), true, 'all panels stand below each other');
  await page.locator('summary', { hasText: 'Mehr' }).click();
  assert.equal(await page.getByRole('button', { name: 'Zu den Akten' }).isVisible(), true, 'the menu opens');
  await page.locator('.goto-input').fill('anker');
  await page.locator('.goto-input').press('Enter');
  await page.waitForURL('**/search?q=anker');
  await page.goto(`${open.gallery.base}/case`);
  await page.locator('summary', { hasText: 'Außenfläche' }).click();
  assert.equal(await page.locator('#c2d1').isVisible(), true, 'the tree unfolds');
  await page.goto(`${open.gallery.base}/forms`);
  assert.equal(await page.locator('#files-form button').isVisible(), true, 'files go by the plain form');
  await context.close();
});

test('after a refusal the focus stands on the summary, with script and without', needs(open), async () => {
  assert.ok(open);
  for (const blocked of [true, false]) {
    const context = await open.context();
    if (blocked) await context.route('**/*.js', (route) => route.abort());
    const page = await context.newPage();
    await page.goto(`${open.gallery.base}/citizen`);
    assert.equal(await page.evaluate('document.activeElement.className'), 'errors');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'plate', 'its link leads into the field');
    await context.close();
  }
});

test('a citizen’s page loads no script at all', needs(open), async () => {
  assert.ok(open);
  const page = await open.page('citizen');
  assert.equal(await page.locator('script').count(), 0);
  await page.context().close();
});
