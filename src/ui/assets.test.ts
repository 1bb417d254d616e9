// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { assetResponse, loadAssets } from './assets.ts';
import { bothDarks, styleOrder } from './stylesheet.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';

const text = async (response: Response | undefined) => (response ? await response.text() : '');

test('everything the pages load is built in memory, small, and quickly once esbuild runs', async () => {
  const assets = await loadAssets({ env: {} });
  // The best of five: other tests share these two cores.
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    await loadAssets({ env: {} });
    times.push(performance.now() - start);
  }
  assert.ok(Math.min(...times) < 300, `under 300 ms, was ${Math.min(...times)}`);
  const [css, js] = [assets.files.get(assets.styles[0] ?? ''), assets.files.get(assets.script)];
  assert.ok((css?.compressed?.byteLength ?? 0) < 14_000, 'one first flight of the network');
  assert.ok((js?.compressed?.byteLength ?? 0) < 20_000);
  assert.equal(assets.styles.length, 1);
});

test('an asset keeps its address as long as its bytes and may be kept for a year', async () => {
  const [one, two] = [await loadAssets({ env: {} }), await loadAssets({ env: {} })];
  assert.deepEqual([...one.files.keys()], [...two.files.keys()]);
  const response = assetResponse(one, one.script);
  assert.equal(response?.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(response?.headers.get('content-type'), 'text/javascript; charset=utf-8');
  const packed = assetResponse(one, one.script, 'gzip, br');
  assert.equal(packed?.headers.get('content-encoding'), 'br');
  const unpacked = brotliDecompressSync(new Uint8Array(await (packed?.arrayBuffer() ?? new ArrayBuffer(0))));
  assert.equal(unpacked.toString(), await text(response));
  assert.equal(assetResponse(one, '/assets/app.js'), undefined);
  assert.equal(assetResponse(one, '/assets/../package.json'), undefined);
});

test('the stylesheet names only fonts that are served, and nothing of another host', async () => {
  const assets = await loadAssets({ env: {} });
  const css = await text(assetResponse(assets, assets.styles[0] ?? ''));
  const urls = [...css.matchAll(/url\(["']?([^)"']+)["']?\)/g)].map((match) => match[1] ?? '');
  assert.equal(urls.length, 3);
  for (const url of urls) assert.equal(assetResponse(assets, url)?.headers.get('content-type'), 'font/woff2', url);
});

test('each part of the stylesheet is in the order, and citizens’ old phones can read all of them', async () => {
  const files = (await readdir(new URL('./styles/', import.meta.url))).map((name) => name.replace('.css', ''));
  assert.deepEqual([...files].sort(), [...styleOrder].sort());
  const assets = await loadAssets({ env: {} });
  const css = await text(assetResponse(assets, assets.styles[0] ?? ''));
  for (const modern of ['@layer', 'oklch(', 'light-dark(', ':has(', 'color-mix(']) assert.ok(!css.includes(modern), modern);
});

test('both ways into the dark carry the same roles', () => {
  const both = bothDarks('[data-theme="dark"] { --text: #fff; }');
  assert.equal(both.match(/--text: #fff/g)?.length, 2);
  assert.ok(both.includes(':root:not([data-theme])'));
});

test('a city shows its name, logo and colour; what cannot be used is told and left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fachwerk-city-'));
  try {
    await writeFile(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, 'city.json'), JSON.stringify({ name: 'Neustadt', logo: 'logo.svg', colour: '#ffcc00' }));
    const dull = await loadAssets({ env: {}, dataFolder: folder });
    assert.deepEqual([dull.city.name, dull.city.fullName, dull.styles.length], ['Neustadt', 'Stadt Neustadt', 1]);
    assert.match(dull.problems.join(), /4,5:1/);
    assert.equal(assetResponse(dull, dull.city.logo ?? '')?.headers.get('content-type'), 'image/svg+xml');
    const bright = await loadAssets({
      env: { FACHWERK_CITY_COLOUR: '#7a1f5c', FACHWERK_CITY_NAME: 'Altstadt' },
      dataFolder: folder,
    });
    assert.deepEqual([bright.city.name, bright.styles.length, bright.problems], ['Altstadt', 2, []]);
    assert.match(await text(assetResponse(bright, bright.styles[1] ?? '')), /--act:#7a1f5c/);
    await writeFile(join(folder, 'city.json'), '{"colour": 5, "evil": true}');
    assert.match((await loadAssets({ env: {}, dataFolder: folder })).problems.join(), /city\.json/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('every language has every text', () => {
  assert.deepEqual(Object.keys(en), Object.keys(de));
  for (const [key, value] of Object.entries(en)) assert.equal(typeof value, typeof de[key as keyof typeof de], key);
});
