// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { needs, openGallery, until } from '../../test/gallery.ts';
import { axeCheck, checkPage } from '../../test/page-check.ts';

const open = await openGallery();
const file = (name: string, size: number) => ({ name, mimeType: 'application/pdf', buffer: randomBytes(size) });
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const input = (page: Page) => page.locator('#files');
const row = (page: Page, name: string) => page.locator('.upload-list > li', { hasText: name });

function arrived(name: string): string | undefined {
  const upload = [...(open?.gallery.uploads.values() ?? [])].find((one) => one.name === name);
  return upload ? sha(Buffer.concat(upload.pieces)) : undefined;
}

test('many files at once arrive byte for byte through a line that breaks, and are told by count', needs(open), async () => {
  assert.ok(open);
  const page = await open.page('forms');
  open.gallery.breakNext(2);
  const files = [
    file('Brief.pdf', 200_000),
    file('Plan.pdf', 90_000),
    file('leer.txt', 0),
    file('klein.txt', 10),
    file('Virus.exe', 100),
  ];
  await input(page).setInputFiles(files);
  await until(page, "document.querySelectorAll('.upload-list .is-done').length === 4", 8000);
  for (const { name, buffer } of files.slice(0, 4)) assert.equal(arrived(name), sha(buffer), name);
  assert.match((await row(page, 'Virus.exe').textContent()) ?? '', /nicht angenommen: Programme gehören nicht in eine Akte\./);
  await until(
    page,
    "document.querySelector('.upload [role=status]').textContent === '4 von 5 Dateien angekommen, eine nicht angenommen'",
  );
  assert.equal(await page.getByRole('link', { name: 'Liste neu zeigen' }).isVisible(), true);
  assert.deepEqual([...(await axeCheck(page, { within: '.upload' })), ...(await checkPage(page, { focusWalk: false }))], []);
  await page.context().close();
});

test('a file is stopped, the window closed, and the same file goes on where it was', needs(open), async () => {
  assert.ok(open);
  const page = await open.page('forms');
  const long = Buffer.from(Uint8Array.from({ length: 2_000_000 }, (_, index) => (index * 31) % 251));
  // A real file keeps its date; playwright's own way gives it a new one each time.
  const choose = () =>
    page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from({ length: 2000000 }, (_, index) => (index * 31) % 251)], 'Karton.pdf', { lastModified: 5 }));
      const input = document.querySelector('#files');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH') await new Promise((resolve) => setTimeout(resolve, 20));
    await route.continue();
  });
  await choose();
  await until(page, "document.querySelector('.upload-list progress').value > 200000");
  await page.getByRole('button', { name: 'Anhalten: Karton.pdf' }).click();
  const state = row(page, 'Karton.pdf').locator('.upload-state');
  assert.match((await state.textContent()) ?? '', /angehalten bei \d+ %/);
  assert.match((await page.evaluate('document.activeElement.textContent')) as string, /Fortsetzen/, 'the focus stays in the row');
  const before = [...open.gallery.uploads.values()].find((upload) => upload.name === 'Karton.pdf')?.pieces.length ?? 0;
  assert.ok(before > 2);
  await page.reload();
  await choose();
  await row(page, 'Karton.pdf').locator('a').waitFor();
  const upload = [...open.gallery.uploads.values()].filter((one) => one.name === 'Karton.pdf');
  assert.equal(upload.length, 1, 'no second upload began');
  assert.equal(arrived('Karton.pdf'), sha(long));
  await page.context().close();
});

test(
  'a dropped stack is taken wherever it falls, a picture may be pasted, a cancelled file is not sent',
  needs(open),
  async () => {
    assert.ok(open);
    const page = await open.page('forms');
    await page.evaluate(`{
    const data = new DataTransfer();
    data.items.add(new File(['eins'], 'eins.txt'));
    data.items.add(new File(['zwei'], 'zwei.txt'));
    document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    const clip = new DataTransfer();
    clip.items.add(new File(['drei'], 'drei.png'));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clip, bubbles: true }));
  }`);
    await until(page, "document.querySelectorAll('.upload-list .is-done').length === 3");
    assert.equal(arrived('zwei.txt'), sha(Buffer.from('zwei')));
    await page.route('**/uploads', (route) => route.abort());
    await input(page).setInputFiles([file('falsch.pdf', 100)]);
    await page.getByRole('button', { name: 'Abbrechen: falsch.pdf' }).click();
    assert.match((await row(page, 'falsch.pdf').textContent()) ?? '', /abgebrochen/);
    assert.equal(arrived('falsch.pdf'), undefined);
    await page.context().close();
  },
);
