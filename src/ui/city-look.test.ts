// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cityLook } from './city-look.ts';
import { contrast, parseColour, type Rgb } from './contrast.ts';

test('black on white has the contrast 21, the same colour has 1', () => {
  assert.equal(Math.round(contrast([0, 0, 0], [255, 255, 255]) * 10) / 10, 21);
  assert.equal(contrast([18, 52, 86], [18, 52, 86]), 1);
  // Example of a threshold pair: #767676 on white is the lightest grey that passes.
  assert.ok(contrast([118, 118, 118], [255, 255, 255]) >= 4.5);
  assert.ok(contrast([119, 119, 119], [255, 255, 255]) < 4.5);
});

test('a colour that cannot be read is refused and the text names the setting, the figure, the norm and a way out', () => {
  const look = cityLook({ act: '#ffcc00' });
  assert.equal(look.css, '');
  assert.match(look.problems[0] ?? '', /FACHWERK_CITY_COLOUR: #ffcc00 .*1,[34]:1.*4,5:1.*1\.4\.3.*#[0-9a-f]{6}\./);
  assert.match(cityLook({ act: 'red' }).problems[0] ?? '', /keine Farbe/);
  assert.match(cityLook({ actDark: '#2044aa' }).problems[0] ?? '', /FACHWERK_CITY_COLOUR_DARK.*dunklem/);
  assert.deepEqual(cityLook({}), { css: '', problems: [] });
});

test('the colour named as the way out is accepted', () => {
  const offered = /(#[0-9a-f]{6})\.$/.exec(cityLook({ act: '#ffcc00' }).problems[0] ?? '')?.[1] ?? '';
  assert.deepEqual(cityLook({ act: offered }).problems, []);
});

test('whatever is accepted stands at 4.5 to 1 or better in both themes', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (red, green, blue) => {
      const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      const { css } = cityLook({ act: hex });
      if (css === '') return;
      const [light, dark] = [...css.matchAll(/--act:(#[0-9a-f]{6})/g)].map((match) => parseColour(match[1] ?? '') as Rgb);
      assert.ok(contrast(light as Rgb, [255, 255, 255]) >= 4.5);
      assert.ok(contrast(dark as Rgb, [19, 21, 37]) >= 4.5);
    }),
  );
});
