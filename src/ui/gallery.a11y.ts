// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs, openGallery } from '../../test/gallery.ts';
import { axeCheck, checkPage } from '../../test/page-check.ts';
import { galleryVariants } from './gallery.tsx';

const open = await openGallery();

for (const [name, width, colorScheme] of [
  ['a desk, light', 1280, 'light'],
  ['a desk, dark', 1280, 'dark'],
  ['a phone, light', 375, 'light'],
  ['a phone, dark', 375, 'dark'],
] as const) {
  test(`every building block in every state can be seen, read and reached on ${name}`, needs(open), async () => {
    assert.ok(open);
    const context = await open.context({ viewport: { width, height: width < 500 ? 760 : 860 }, colorScheme });
    const page = await context.newPage();
    const findings: string[] = [];
    for (const variant of galleryVariants) {
      await page.goto(`${open.gallery.base}/${variant}`);
      const light = colorScheme === 'light';
      // Structure, focus and reflow do not depend on the colours: once for each width is enough.
      const seen = await axeCheck(page, { onlyColours: !light });
      const own = await checkPage(page, { focusWalk: light, narrow: light && width > 500 });
      findings.push(...[...seen, ...own].map((text) => `${variant}: ${text}`));
    }
    await context.close();
    assert.deepEqual(findings, []);
  });
}

test('the check itself sees each kind of fault', needs(open), async () => {
  assert.ok(open);
  const page = await open.page('proof');
  await page.evaluate(`{
    const main = document.querySelector('main');
    const add = (tag, text, css) => { const e = document.createElement(tag); e.textContent = text; for (const [k, v] of Object.entries(css)) e.style.setProperty(k, v); main.append(e); return e; };
    add('p', 'blass', { color: '#999', background: '#fff' });
    add('p', 'winzig', { 'font-size': '9px' });
    add('button', 'x', { width: '12px', height: '12px', padding: '0', 'font-size': '13px' });
    add('div', 'breit', { width: '3000px' });
    add('p', 'abgeschnitten, weil der Kasten zu kurz ist', { width: '90px', height: '1.2em', overflow: 'hidden', 'white-space': 'nowrap' });
    add('button', 'ohne Ring', {}).style.setProperty('outline', 'none', 'important');
    add('img', '', {});
  }`);
  const text = [...(await checkPage(page)), ...(await axeCheck(page))].join('\n');
  for (const expected of [
    /CONTRAST 2\.8.*blass/,
    /SMALL 9px.*winzig/,
    /TARGET 12x12/,
    /OVERFLOW/,
    /SPACING CLIP/,
    /FOCUS not visible.*ohne Ring/,
    /AXE image-alt/,
  ])
    assert.match(text, expected);
  await page.context().close();
});
