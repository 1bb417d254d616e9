// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { needs, openGallery } from '../../test/gallery.ts';
import { axeCheck } from '../../test/page-check.ts';

const open = await openGallery();

let shared: Page | undefined;

/** One page for all: what these behaviours leave behind does not matter to the next. */
async function on(variant: string): Promise<Page> {
  assert.ok(open);
  shared ??= await open.page(variant);
  // Over an empty page, or an address that differs only in its fragment would not be loaded anew.
  await shared.goto('about:blank');
  await shared.goto(`${open.gallery.base}/${variant}`);
  return shared;
}
const focused = (page: Page) =>
  page.evaluate('(document.activeElement.dataset.label ?? document.activeElement.textContent ?? "").trim()') as Promise<string>;
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('tree: one stop for Tab, arrows walk, unfold and fold, letters find, branches come when opened', needs(open), async () => {
  const page = await on('case');
  const tree = page.getByRole('tree', { name: 'Akte 32.11-0042' });
  assert.equal(await tree.locator('[tabindex="0"]').count(), 1);
  await tree.locator('[tabindex="0"]').focus();
  assert.equal(await focused(page), 'Erlaubnis, Entwurf 3', 'begins at the current document');
  await press(page, 'ArrowDown');
  assert.equal(await focused(page), 'Stellplatznachweis, Nachtrag');
  await press(page, 'ArrowLeft');
  assert.equal(await focused(page), 'Gaststättenerlaubnis');
  await press(page, 'ArrowLeft');
  assert.equal(await page.locator('#c3').getAttribute('aria-expanded'), 'false');
  assert.equal(await page.locator('#d8').isVisible(), false);
  await press(page, 'Home', 'ArrowRight');
  await page.locator('#f2').waitFor();
  assert.deepEqual(
    [await page.locator('#f2').getAttribute('aria-level'), await page.locator('#f2').getAttribute('aria-setsize')],
    ['2', '2'],
  );
  await press(page, 'ArrowRight', 'ArrowDown');
  assert.equal(await focused(page), 'Erlaubnis 2009');
  await press(page, 'g');
  assert.equal(await focused(page), 'Gaststättenerlaubnis');
  await press(page, 'End');
  assert.equal(await focused(page), 'Gaststättenerlaubnis', 'what is folded is passed over');
  await press(page, 'Enter');
  assert.match(page.url(), /#c3$/, 'Enter opens');
  assert.deepEqual(await axeCheck(page, { within: '.tree' }), []);
});

test('tabs: arrows choose, the address remembers, a link into a hidden panel shows it', needs(open), async () => {
  const page = await on('widgets');
  const tab = (name: string) => page.getByRole('tab', { name });
  await tab('Entwurf 3').focus();
  await press(page, 'ArrowRight');
  assert.equal(await tab('Entwurf 2').getAttribute('aria-selected'), 'true');
  assert.deepEqual(await Promise.all(['v3', 'v2', 'v1'].map((id) => page.locator(`#${id}`).isVisible())), [false, true, false]);
  assert.match(page.url(), /#v2$/);
  await press(page, 'End');
  assert.equal(await focused(page), 'Entwurf 1');
  await press(page, 'ArrowRight');
  assert.equal(await focused(page), 'Entwurf 3');
  await page.evaluate("location.hash = '#inside-v2'");
  await page.locator('#v2').waitFor();
  await press(page, 'Tab');
});

test('menu: opens downwards, arrows go round, Escape gives the focus back, a press outside closes', needs(open), async () => {
  const page = await on('widgets');
  const button = page.locator('summary', { hasText: 'Mehr' });
  await button.focus();
  await press(page, 'ArrowDown');
  assert.equal(await focused(page), 'Verweis kopieren');
  await press(page, 'ArrowUp');
  assert.equal(await focused(page), 'Zu den Akten');
  assert.deepEqual(await axeCheck(page, { within: '.menu[open]' }), [], 'open, too');
  await press(page, 'Escape');
  assert.equal(await focused(page), 'Mehr');
  assert.equal(await page.getByText('Verweis kopieren').isVisible(), false);
  await button.click();
  await page.mouse.click(600, 800);
  assert.equal(await page.getByText('Verweis kopieren').isVisible(), false);
});

test(
  'combobox: suggests from its own list and from the server, chooses by keyboard, keeps what was typed',
  needs(open),
  async () => {
    const page = await on('forms');
    const unit = page.getByRole('combobox', { name: 'Stelle' });
    await unit.pressSequentially('ord');
    await page.getByRole('option', { name: '32 Ordnungsamt' }).waitFor();
    assert.deepEqual(await axeCheck(page, { within: '#right-form' }), [], 'open, too');
    await press(page, 'ArrowDown');
    assert.equal(
      await unit.getAttribute('aria-activedescendant'),
      await page.locator('.combo-list [role=option]').first().getAttribute('id'),
    );
    await press(page, 'Enter');
    assert.deepEqual([await unit.inputValue(), await page.locator('[name="unitId"]').inputValue()], ['32 Ordnungsamt', 'u32']);
    await unit.pressSequentially(' x');
    assert.equal(await page.locator('[name="unitId"]').inputValue(), '', 'typing on drops the choice');
    const file = page.getByRole('combobox', { name: 'Vorgang' });
    await file.pressSequentially('anker');
    await page.getByRole('option', { name: 'Zum Anker' }).waitFor();
    await press(page, 'Escape');
    assert.equal(await file.getAttribute('aria-expanded'), 'false');
    assert.equal(await file.inputValue(), 'anker');
  },
);

test('dialog: opens from its link, holds the focus, Escape closes and gives it back', needs(open), async () => {
  const page = await on('widgets');
  const opener = page.getByRole('link', { name: 'Was heißt das?' });
  await opener.focus();
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'z.d.A.' });
  await dialog.waitFor();
  assert.deepEqual(await axeCheck(page, { within: '#help' }), []);
  await press(page, 'Escape');
  assert.equal(await dialog.isVisible(), false);
  assert.equal(await focused(page), 'Was heißt das?');
});

test('date: says the day in words, also when there is no such day', needs(open), async () => {
  const page = await on('forms');
  const field = page.locator('#date');
  await field.fill('3.12.2026');
  await press(page, 'Tab');
  const said = page.locator('.field', { has: field }).locator('output');
  assert.equal(await said.textContent(), 'Donnerstag, 3. Dezember 2026');
  await field.fill('31.11.2026');
  await press(page, 'Tab');
  assert.equal(await said.textContent(), 'Den 31.11.2026 gibt es nicht.');
});

test('split view: the line between panes moves by arrow keys and the browser remembers', needs(open), async () => {
  const page = await on('case');
  const line = page.getByRole('separator').first();
  const width = () => page.evaluate('document.querySelector("#akte").getBoundingClientRect().width') as Promise<number>;
  const before = await width();
  await line.focus();
  await press(page, 'ArrowRight', 'ArrowRight');
  assert.equal(await width(), before + 32);
  await page.reload();
  assert.equal(await width(), before + 32);
});

test('viewer: larger, smaller, next page, by key', needs(open), async () => {
  const page = await on('case');
  await page.locator('#papier').focus();
  await press(page, '+');
  assert.equal(await page.locator('.viewer-zoom').textContent(), '125 %');
  const wide = (await page.locator('#page-1').boundingBox())?.width ?? 0;
  assert.ok(wide > 700, `wider than the pane: ${wide}`);
  await press(page, '0', 'ArrowRight');
  await page.locator('.rail a[data-page="2"][aria-current]').waitFor();
});
